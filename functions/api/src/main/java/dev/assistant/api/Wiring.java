package dev.assistant.api;

import dev.assistant.adapters.aws.AwsClients;
import dev.assistant.adapters.aws.AwsSettings;
import dev.assistant.adapters.dynamodb.DynamoBelongings;
import dev.assistant.adapters.dynamodb.DynamoConnections;
import dev.assistant.adapters.dynamodb.DynamoEventLog;
import dev.assistant.adapters.dynamodb.DynamoRateLimiter;
import dev.assistant.adapters.dynamodb.DynamoSignInAttempts;
import dev.assistant.adapters.dynamodb.DynamoTables;
import dev.assistant.adapters.id.TimeOrderedIds;
import dev.assistant.adapters.json.WorkflowCatalogueJson;
import dev.assistant.adapters.kms.KmsTokenKeys;
import dev.assistant.adapters.lambda.LambdaProviderAccounts;
import dev.assistant.adapters.mail.SesMailSender;
import dev.assistant.adapters.oauth.OAuthProviders;
import dev.assistant.adapters.oauth.OAuthSettings;
import dev.assistant.adapters.password.BcryptPasswordHasher;
import dev.assistant.adapters.password.ShippedBreachedPasswords;
import dev.assistant.adapters.postgres.Database;
import dev.assistant.adapters.postgres.DatabaseSettings;
import dev.assistant.adapters.postgres.Migrations;
import dev.assistant.adapters.postgres.PostgresAccounts;
import dev.assistant.adapters.postgres.PostgresAnalysedUnits;
import dev.assistant.adapters.postgres.PostgresAnalytics;
import dev.assistant.adapters.postgres.PostgresApiKeys;
import dev.assistant.adapters.postgres.PostgresApprovals;
import dev.assistant.adapters.postgres.PostgresClosedAccounts;
import dev.assistant.adapters.postgres.PostgresJobs;
import dev.assistant.adapters.postgres.PostgresLeases;
import dev.assistant.adapters.postgres.PostgresLinkedIdentities;
import dev.assistant.adapters.postgres.PostgresMailedTokens;
import dev.assistant.adapters.postgres.PostgresNotices;
import dev.assistant.adapters.postgres.PostgresOutbox;
import dev.assistant.adapters.postgres.PostgresPasswords;
import dev.assistant.adapters.postgres.PostgresPreferences;
import dev.assistant.adapters.postgres.PostgresProducts;
import dev.assistant.adapters.postgres.PostgresProjects;
import dev.assistant.adapters.postgres.PostgresQuotas;
import dev.assistant.adapters.postgres.PostgresRatings;
import dev.assistant.adapters.postgres.PostgresReviewHistory;
import dev.assistant.adapters.postgres.PostgresReviews;
import dev.assistant.adapters.postgres.PostgresSessions;
import dev.assistant.adapters.postgres.PostgresSystemFigures;
import dev.assistant.adapters.postgres.PostgresTotals;
import dev.assistant.adapters.postgres.PostgresTriages;
import dev.assistant.adapters.postgres.PostgresTurns;
import dev.assistant.adapters.postgres.PostgresUploads;
import dev.assistant.adapters.postgres.PostgresUsers;
import dev.assistant.adapters.s3.S3Belongings;
import dev.assistant.adapters.s3.S3Sources;
import dev.assistant.adapters.s3.S3Uploads;
import dev.assistant.adapters.settings.Environment;
import dev.assistant.adapters.settings.SubmissionSettings;
import dev.assistant.adapters.sqs.SqsAccountMails;
import dev.assistant.adapters.sqs.SqsJobQueue;
import dev.assistant.adapters.sqs.SqsQueue;
import dev.assistant.adapters.sqs.SqsReplayQueue;
import dev.assistant.adapters.token.FileTokenKeys;
import dev.assistant.adapters.token.NimbusAccessTokens;
import dev.assistant.adapters.token.SecureRefreshTokens;
import dev.assistant.adapters.token.SecureSecrets;
import dev.assistant.adapters.token.TokenKeys;
import dev.assistant.adapters.token.TokenSettings;
import dev.assistant.administration.Accounts;
import dev.assistant.administration.SetQuota;
import dev.assistant.administration.SwitchAccount;
import dev.assistant.analytics.Analytics;
import dev.assistant.api.administration.ChangeUserOperation;
import dev.assistant.api.administration.ListUsersOperation;
import dev.assistant.api.administration.SetQuotaOperation;
import dev.assistant.api.analytics.GetAgentsOperation;
import dev.assistant.api.analytics.GetCostOperation;
import dev.assistant.api.analytics.GetOverviewOperation;
import dev.assistant.api.analytics.GetRuleJudgementsOperation;
import dev.assistant.api.analytics.GetUsageOperation;
import dev.assistant.api.auth.ChangePasswordOperation;
import dev.assistant.api.auth.ForgotPasswordOperation;
import dev.assistant.api.auth.GetSigningKeysOperation;
import dev.assistant.api.auth.ListProvidersOperation;
import dev.assistant.api.auth.LoginOperation;
import dev.assistant.api.auth.LoginWithGithubOperation;
import dev.assistant.api.auth.LoginWithGoogleOperation;
import dev.assistant.api.auth.LogoutOperation;
import dev.assistant.api.auth.ProviderLogin;
import dev.assistant.api.auth.RefreshOperation;
import dev.assistant.api.auth.RegisterOperation;
import dev.assistant.api.auth.ResendVerificationOperation;
import dev.assistant.api.auth.ResetPasswordOperation;
import dev.assistant.api.auth.VerifyEmailOperation;
import dev.assistant.api.events.Chore;
import dev.assistant.api.events.DeadLettersFunction;
import dev.assistant.api.events.MailFunction;
import dev.assistant.api.events.MigrateFunction;
import dev.assistant.api.events.ProviderSignInFunction;
import dev.assistant.api.events.SweepFunction;
import dev.assistant.api.events.TellFigures;
import dev.assistant.api.http.Callers;
import dev.assistant.api.http.CountedRequests;
import dev.assistant.api.http.Edge;
import dev.assistant.api.http.Identification;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Operations;
import dev.assistant.api.http.Origins;
import dev.assistant.api.http.RequestLimits;
import dev.assistant.api.http.Routes;
import dev.assistant.api.projects.CreateProjectOperation;
import dev.assistant.api.projects.DeleteProjectOperation;
import dev.assistant.api.projects.GetProjectOperation;
import dev.assistant.api.projects.ListProjectReviewsOperation;
import dev.assistant.api.projects.ListProjectsOperation;
import dev.assistant.api.projects.UpdateProjectOperation;
import dev.assistant.api.reviews.CancelReviewOperation;
import dev.assistant.api.reviews.DeleteTriageOperation;
import dev.assistant.api.reviews.EstimateReviewOperation;
import dev.assistant.api.reviews.GetEventsOperation;
import dev.assistant.api.reviews.GetFilesOperation;
import dev.assistant.api.reviews.GetOptionsOperation;
import dev.assistant.api.reviews.GetResultsOperation;
import dev.assistant.api.reviews.GetReviewOperation;
import dev.assistant.api.reviews.ListRatingsOperation;
import dev.assistant.api.reviews.ListReviewsOperation;
import dev.assistant.api.reviews.ListTriageOperation;
import dev.assistant.api.reviews.RateIssueOperation;
import dev.assistant.api.reviews.StartUploadOperation;
import dev.assistant.api.reviews.SubmitReviewOperation;
import dev.assistant.api.reviews.TriageIssueOperation;
import dev.assistant.api.rules.GetRuleOperation;
import dev.assistant.api.rules.ListRulesOperation;
import dev.assistant.api.rules.Rules;
import dev.assistant.api.system.GetContractOperation;
import dev.assistant.api.system.GetDocsOperation;
import dev.assistant.api.system.GetHealthOperation;
import dev.assistant.api.system.GetVersionOperation;
import dev.assistant.api.system.Probe;
import dev.assistant.api.users.CreateApiKeyOperation;
import dev.assistant.api.users.DeleteAccountOperation;
import dev.assistant.api.users.DeleteApiKeyOperation;
import dev.assistant.api.users.EndSessionOperation;
import dev.assistant.api.users.GetPreferencesOperation;
import dev.assistant.api.users.GetProfileOperation;
import dev.assistant.api.users.GetQuotaOperation;
import dev.assistant.api.users.GetStatsOperation;
import dev.assistant.api.users.ListApiKeysOperation;
import dev.assistant.api.users.ListSessionsOperation;
import dev.assistant.api.users.SetPreferencesOperation;
import dev.assistant.api.users.UpdateProfileOperation;
import dev.assistant.api.workflows.AnswerApprovalOperation;
import dev.assistant.api.workflows.DeleteExecutionOperation;
import dev.assistant.api.workflows.ExecuteWorkflowOperation;
import dev.assistant.api.workflows.GetExecutionOperation;
import dev.assistant.api.workflows.GetWorkflowOperation;
import dev.assistant.api.workflows.ListExecutionsOperation;
import dev.assistant.api.workflows.ListWorkflowsOperation;
import dev.assistant.erasure.DeleteAccount;
import dev.assistant.erasure.DeleteReview;
import dev.assistant.erasure.EraseAccounts;
import dev.assistant.id.Ids;
import dev.assistant.identity.AccessTokens;
import dev.assistant.identity.AccountLetters;
import dev.assistant.identity.AccountMails;
import dev.assistant.identity.AddressPolicy;
import dev.assistant.identity.AllowExecution;
import dev.assistant.identity.ApiKeys;
import dev.assistant.identity.AskForVerification;
import dev.assistant.identity.ChangePassword;
import dev.assistant.identity.CompleteProviderSignIn;
import dev.assistant.identity.CreateApiKey;
import dev.assistant.identity.DeliverAccountMail;
import dev.assistant.identity.EmailAddress;
import dev.assistant.identity.EndSession;
import dev.assistant.identity.ForgotPassword;
import dev.assistant.identity.IdentityProviders;
import dev.assistant.identity.LoginLimits;
import dev.assistant.identity.MailLimits;
import dev.assistant.identity.MailedTokens;
import dev.assistant.identity.OpenSession;
import dev.assistant.identity.PasswordHasher;
import dev.assistant.identity.PasswordRules;
import dev.assistant.identity.Passwords;
import dev.assistant.identity.PreferenceStore;
import dev.assistant.identity.ProviderAccounts;
import dev.assistant.identity.RefreshSession;
import dev.assistant.identity.RefreshTokens;
import dev.assistant.identity.RegisterUser;
import dev.assistant.identity.ResendVerification;
import dev.assistant.identity.ResetPassword;
import dev.assistant.identity.Secrets;
import dev.assistant.identity.Sessions;
import dev.assistant.identity.SetPreferences;
import dev.assistant.identity.SignIn;
import dev.assistant.identity.SignInAttempts;
import dev.assistant.identity.SignInThroughProvider;
import dev.assistant.identity.SignOut;
import dev.assistant.identity.StartProviderSignIn;
import dev.assistant.identity.TrustedOrigins;
import dev.assistant.identity.UpdateProfile;
import dev.assistant.identity.Users;
import dev.assistant.identity.VerifyAccess;
import dev.assistant.identity.VerifyAddress;
import dev.assistant.identity.VerifyApiKey;
import dev.assistant.limit.RateLimiter;
import dev.assistant.notice.SendNotices;
import dev.assistant.progress.AbandonJob;
import dev.assistant.progress.CancelJob;
import dev.assistant.progress.EventLog;
import dev.assistant.progress.ReadTranscript;
import dev.assistant.progress.TellWatchers;
import dev.assistant.project.CreateProject;
import dev.assistant.project.Projects;
import dev.assistant.project.UpdateProject;
import dev.assistant.quota.Quotas;
import dev.assistant.review.EstimateRun;
import dev.assistant.review.RateFinding;
import dev.assistant.review.Ratings;
import dev.assistant.review.ReadResults;
import dev.assistant.review.ReviewHistory;
import dev.assistant.review.Reviews;
import dev.assistant.review.StartUpload;
import dev.assistant.review.SubmissionTerms;
import dev.assistant.review.SubmitReview;
import dev.assistant.review.SweepAnalysedUnits;
import dev.assistant.review.SweepUploads;
import dev.assistant.review.TriageFinding;
import dev.assistant.review.Triages;
import dev.assistant.review.UploadStore;
import dev.assistant.workflow.AnswerApproval;
import dev.assistant.workflow.Approvals;
import dev.assistant.workflow.EnqueueJob;
import dev.assistant.workflow.ExpireApprovals;
import dev.assistant.workflow.JobQueue;
import dev.assistant.workflow.Jobs;
import dev.assistant.workflow.SweepOutbox;
import dev.assistant.workflow.WorkflowCatalogue;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Puts each function together. A process is one function, so a method builds what its function needs and nothing else; a
 * setting that is missing stops it by name.
 */
final class Wiring {
    /** A function serves one request at a time; the second connection is for what a request leaves to run beside it. */
    private static final int CONNECTIONS = 2;

    /** What one run of the sweep gets done in well under a minute. */
    private static final int JOBS_ERASED_AT_ONCE = 500;

    private final Environment environment;
    private final AwsClients aws;
    private final Origins origins;
    /** Milliseconds: what every store and every wire format keeps. */
    private final Clock clock = Clock.tickMillis(ZoneOffset.UTC);

    private final Ids ids = new TimeOrderedIds(clock);

    Wiring(Environment environment) {
        this.environment = environment;
        this.aws = new AwsClients(AwsSettings.from(environment));
        this.origins = new Origins(TrustedOrigins.of(
                environment.required("PUBLIC_ORIGIN"),
                environment.optional("ALLOWED_ORIGINS").orElse("")));
    }

    Edge auth() {
        Database database = database();
        Users users = new PostgresUsers(database);
        Sessions sessions = new PostgresSessions(database);
        PasswordHasher hasher = new BcryptPasswordHasher();
        PasswordRules rules = new PasswordRules(ShippedBreachedPasswords.load());
        TokenKeys tokenKeys = tokenKeys();
        AccessTokens accessTokens = accessTokens(tokenKeys);
        RefreshTokens refreshTokens = new SecureRefreshTokens();
        RateLimiter limiter = limiter();
        LoginLimits loginLimits = new LoginLimits(limiter);
        MailLimits mailLimits = new MailLimits(limiter);
        MailedTokens mailedTokens = new PostgresMailedTokens(database);
        AccountMails mails = accountMails();
        Secrets secrets = new SecureSecrets();
        AskForVerification verification = new AskForVerification(mailedTokens, secrets, mails, clock);
        OpenSession openSession = new OpenSession(sessions, accessTokens, refreshTokens, ids);
        SignIn signIn = new SignIn(users, hasher, loginLimits, addressPolicy(), openSession, clock);
        RefreshSession refresh =
                new RefreshSession(users, sessions, accessTokens, refreshTokens, addressPolicy(), clock);
        Passwords passwords = new PostgresPasswords(database);
        return edge(
                "auth",
                callers(database, accessTokens),
                limiter,
                new RegisterOperation(new RegisterUser(users, rules, hasher, verification, ids, clock)),
                new VerifyEmailOperation(new VerifyAddress(users, mailedTokens, clock)),
                new ResendVerificationOperation(new ResendVerification(users, verification, mailLimits, mails, clock)),
                new ForgotPasswordOperation(new ForgotPassword(users, mailedTokens, secrets, mailLimits, mails, clock)),
                new ResetPasswordOperation(
                        new ResetPassword(users, mailedTokens, rules, hasher, passwords, loginLimits, mails, clock)),
                new LoginOperation(signIn),
                new ChangePasswordOperation(
                        new ChangePassword(users, rules, hasher, passwords, loginLimits, mails, clock)),
                new RefreshOperation(refresh),
                new LogoutOperation(new SignOut(sessions, clock)),
                new GetSigningKeysOperation(tokenKeys::publicJson));
    }

    /** Everything here is public, and stays outside the database's network: see {@link ProviderSignInFunction}. */
    Edge oauth() {
        var dynamoDb = aws.dynamoDb();
        IdentityProviders providers = new OAuthProviders(OAuthSettings.from(environment), clock);
        SignInAttempts attempts = new DynamoSignInAttempts(dynamoDb, environment.required("TABLE_SIGN_INS"));
        ProviderAccounts accounts =
                new LambdaProviderAccounts(aws.lambda(), environment.required("FUNCTION_PROVIDER_SIGN_IN"));
        ProviderLogin login = new ProviderLogin(
                new StartProviderSignIn(providers, attempts, new SecureSecrets(), clock),
                new CompleteProviderSignIn(providers, attempts, accounts, clock));
        return edge(
                "oauth",
                Identification.NOBODY,
                limiter(),
                new ListProvidersOperation(providers),
                new LoginWithGoogleOperation(login),
                new LoginWithGithubOperation(login));
    }

    ProviderSignInFunction providerSignIn() {
        Database database = database();
        return new ProviderSignInFunction(new SignInThroughProvider(
                new PostgresUsers(database),
                new PostgresLinkedIdentities(database),
                new SqsAccountMails(new SqsQueue(aws.sqs(), environment.required("QUEUE_MAILS_URL"))),
                new OpenSession(
                        new PostgresSessions(database), accessTokens(tokenKeys()), new SecureRefreshTokens(), ids),
                ids,
                clock));
    }

    Edge users() {
        Database database = database();
        Users users = new PostgresUsers(database);
        Sessions sessions = new PostgresSessions(database);
        ApiKeys apiKeys = new PostgresApiKeys(database);
        Accounts accounts = new PostgresAccounts(database);
        Quotas quotas = new PostgresQuotas(database);
        PreferenceStore preferences = new PostgresPreferences(database);
        return edge(
                "users",
                callers(database),
                limiter(),
                new GetProfileOperation(users),
                new UpdateProfileOperation(new UpdateProfile(users, clock)),
                new DeleteAccountOperation(
                        new DeleteAccount(new PostgresClosedAccounts(database), eraseAccounts(database), clock)),
                new ListSessionsOperation(sessions, clock),
                new EndSessionOperation(new EndSession(sessions, clock)),
                new ListApiKeysOperation(apiKeys),
                new CreateApiKeyOperation(new CreateApiKey(apiKeys, new SecureSecrets(), ids, clock)),
                new DeleteApiKeyOperation(apiKeys),
                new GetQuotaOperation(quotas, clock),
                new ListUsersOperation(accounts),
                new ChangeUserOperation(new SwitchAccount(accounts, clock)),
                new SetQuotaOperation(new SetQuota(accounts, quotas, clock)),
                new GetPreferencesOperation(preferences),
                new SetPreferencesOperation(new SetPreferences(preferences, clock)),
                new GetStatsOperation(new PostgresTotals(database)));
    }

    Edge reviews() {
        Database database = database();
        var dynamoDb = aws.dynamoDb();
        Jobs jobs = new PostgresJobs(database);
        Reviews reviews = postgresReviews(database);
        WorkflowCatalogue catalogue = catalogue();
        Triages triages = new PostgresTriages(database);
        Ratings ratings = new PostgresRatings(database);
        EventLog log = new DynamoEventLog(dynamoDb, environment.required("TABLE_EVENTS"));
        TellWatchers watchers = new TellWatchers(
                log,
                new DynamoConnections(dynamoDb, environment.required("TABLE_CONNECTIONS")),
                new SqsReplayQueue(new SqsQueue(aws.sqs(), environment.required("QUEUE_REPLAY_URL"))),
                clock);
        return edge(
                "reviews",
                callers(database),
                new DynamoRateLimiter(dynamoDb, environment.required("TABLE_LIMITS")),
                new SubmitReviewOperation(submitReview(database, reviews, jobs, catalogue)),
                new EstimateReviewOperation(estimateRun(database, jobs, catalogue), terms()),
                new GetOptionsOperation(terms(), new PostgresQuotas(database), clock),
                new StartUploadOperation(new StartUpload(new PostgresUploads(database), uploadStore(), ids, clock)),
                new GetReviewOperation(jobs),
                new CancelReviewOperation(new CancelJob(jobs, watchers, clock)),
                new GetResultsOperation(
                        new ReadResults(reviews, triages, clock), new Rules(), environment.required("PUBLIC_ORIGIN")),
                new TriageIssueOperation(new TriageFinding(reviews, triages, clock)),
                new RateIssueOperation(new RateFinding(reviews, ratings, clock)),
                new ListRatingsOperation(ratings),
                new ListTriageOperation(triages),
                new DeleteTriageOperation(triages),
                new GetFilesOperation(reviews),
                new GetEventsOperation(jobs, log),
                new ListReviewsOperation(new PostgresReviewHistory(database), catalogue));
    }

    private SubmissionTerms terms() {
        return SubmissionSettings.from(environment);
    }

    private EstimateRun estimateRun(Database database, Jobs jobs, WorkflowCatalogue catalogue) {
        return new EstimateRun(
                new PostgresProjects(database),
                new PostgresUploads(database),
                jobs,
                new PostgresQuotas(database),
                catalogue,
                terms(),
                clock);
    }

    /** Where no model is configured, workflows that need one cannot be run. */
    private WorkflowCatalogue catalogue() {
        WorkflowCatalogue all = WorkflowCatalogueJson.read();
        boolean hasModel =
                !environment.optional("MODEL_PROVIDER").orElse("none").equals("none");
        return hasModel ? all : all.withoutModel();
    }

    private PostgresReviews postgresReviews(Database database) {
        return new PostgresReviews(database, new S3Sources(aws.s3(), environment.required("BUCKET_SOURCES")));
    }

    private UploadStore uploadStore() {
        return new S3Uploads(aws.s3(), aws.s3Presigner(), environment.required("BUCKET_SOURCES"));
    }

    private SubmitReview submitReview(Database database, Reviews reviews, Jobs jobs, WorkflowCatalogue catalogue) {
        return new SubmitReview(
                reviews,
                new PostgresProjects(database),
                new PostgresUploads(database),
                uploadStore(),
                jobs,
                enqueueJob(database),
                new PostgresQuotas(database),
                catalogue,
                terms(),
                ids,
                clock);
    }

    private EnqueueJob enqueueJob(Database database) {
        JobQueue queue = new SqsJobQueue(new SqsQueue(aws.sqs(), environment.required("QUEUE_REVIEWS_URL")));
        return new EnqueueJob(queue, new PostgresOutbox(database));
    }

    Edge workflows() {
        Database database = database();
        Jobs jobs = new PostgresJobs(database);
        Reviews reviews = postgresReviews(database);
        ReviewHistory history = new PostgresReviewHistory(database);
        WorkflowCatalogue catalogue = catalogue();
        Approvals approvals = new PostgresApprovals(database);
        String events = environment.required("TABLE_EVENTS");
        DynamoBelongings told =
                new DynamoBelongings(aws.dynamoDb(), events, environment.required("TABLE_CONNECTIONS"), clock);
        return edge(
                "workflows",
                callers(database),
                limiter(),
                new ListWorkflowsOperation(catalogue),
                new GetWorkflowOperation(catalogue),
                new ExecuteWorkflowOperation(catalogue, submitReview(database, reviews, jobs, catalogue)),
                new ListExecutionsOperation(history, catalogue),
                new GetExecutionOperation(
                        history,
                        new ReadTranscript(new PostgresTurns(database), new DynamoEventLog(aws.dynamoDb(), events)),
                        new PostgresProducts(database),
                        approvals),
                new DeleteExecutionOperation(new DeleteReview(jobs, told, reviews)),
                new AnswerApprovalOperation(new AnswerApproval(approvals, enqueueJob(database), clock)));
    }

    Edge projects() {
        Database database = database();
        Projects projects = new PostgresProjects(database);
        return edge(
                "projects",
                callers(database),
                limiter(),
                new ListProjectsOperation(projects),
                new CreateProjectOperation(new CreateProject(projects, ids, clock)),
                new GetProjectOperation(projects),
                new UpdateProjectOperation(new UpdateProject(projects, clock)),
                new DeleteProjectOperation(projects),
                new ListProjectReviewsOperation(projects, new PostgresReviewHistory(database)));
    }

    Edge analytics() {
        Database database = database();
        DatabaseSettings settings = DatabaseSettings.from(environment);
        DatabaseSettings reading = settings.forReading(environment);
        // A replica serves figures only: whether somebody is still signed in is asked of the database itself.
        Database figures = reading.equals(settings) ? database : Database.open(reading, 1);
        Analytics analytics = new PostgresAnalytics(figures);
        return edge(
                "analytics",
                callers(database),
                limiter(),
                new GetOverviewOperation(analytics, clock),
                new GetCostOperation(analytics, clock),
                new GetUsageOperation(analytics, clock),
                new GetAgentsOperation(analytics, clock),
                new GetRuleJudgementsOperation(analytics, clock));
    }

    Edge system() {
        Database database = database();
        var dynamoDb = aws.dynamoDb();
        var sqs = aws.sqs();
        DynamoTables tables = new DynamoTables(dynamoDb);
        S3Sources sources = new S3Sources(aws.s3(), environment.required("BUCKET_SOURCES"));
        SqsQueue reviews = new SqsQueue(sqs, environment.required("QUEUE_REVIEWS_URL"));
        SqsQueue replay = new SqsQueue(sqs, environment.required("QUEUE_REPLAY_URL"));
        SqsQueue deadLetters = new SqsQueue(sqs, environment.required("QUEUE_DEAD_LETTERS_URL"));
        List<Probe> probes = List.of(
                new Probe("database", database::probe),
                table("connections", tables, "TABLE_CONNECTIONS"),
                table("events", tables, "TABLE_EVENTS"),
                table("limits", tables, "TABLE_LIMITS"),
                new Probe("reviews_queue", reviews::probe),
                new Probe("replay_queue", replay::probe),
                new Probe("dead_letters_queue", deadLetters::probe),
                new Probe("sources", sources::probe));
        Rules rules = new Rules();
        return edge(
                "system",
                callers(database),
                new DynamoRateLimiter(dynamoDb, environment.required("TABLE_LIMITS")),
                new GetHealthOperation(probes),
                new GetVersionOperation(environment.required("BUILD_VERSION"), environment.required("BUILD_COMMIT")),
                new GetDocsOperation(),
                new GetContractOperation(),
                new ListRulesOperation(rules),
                new GetRuleOperation(rules));
    }

    private Probe table(String name, DynamoTables tables, String key) {
        String table = environment.required(key);
        return new Probe(name, () -> tables.probe(table));
    }

    MigrateFunction migrate() {
        DatabaseSettings settings = DatabaseSettings.from(environment);
        return new MigrateFunction(() -> Migrations.apply(settings), this::promote);
    }

    private boolean promote(EmailAddress email) {
        try (Database database = database()) {
            return new PostgresAccounts(database).promote(email, clock.instant());
        }
    }

    SweepFunction sweep() {
        Database database = database();
        JobQueue jobQueue = new SqsJobQueue(new SqsQueue(aws.sqs(), environment.required("QUEUE_REVIEWS_URL")));
        SweepOutbox outbox = new SweepOutbox(new PostgresOutbox(database), jobQueue, clock);
        EraseAccounts eraseAccounts = eraseAccounts(database);
        SendNotices notices = new SendNotices(new PostgresNotices(database), accountMails(), clock);
        SweepUploads uploads = new SweepUploads(new PostgresUploads(database), uploadStore(), clock);
        TellFigures figures = new TellFigures(new PostgresSystemFigures(database), clock, System.out);
        SweepAnalysedUnits units = new SweepAnalysedUnits(new PostgresAnalysedUnits(database), clock);
        ExpireApprovals approvals = new ExpireApprovals(new PostgresApprovals(database), enqueueJob(database), clock);
        return new SweepFunction(List.of(
                new Chore("figures_told", figures::tell),
                new Chore("approvals_expired", approvals::sweep),
                new Chore("uploads_expired", uploads::sweep),
                new Chore("analysed_units_forgotten", units::sweep),
                new Chore("enqueued", outbox::sweep),
                new Chore("notices_sent", notices::send),
                new Chore("accounts_erased", () -> eraseAccounts.sweep(JOBS_ERASED_AT_ONCE))));
    }

    private EraseAccounts eraseAccounts(Database database) {
        return new EraseAccounts(
                new PostgresClosedAccounts(database),
                List.of(
                        new DynamoBelongings(
                                aws.dynamoDb(),
                                environment.required("TABLE_EVENTS"),
                                environment.required("TABLE_CONNECTIONS"),
                                clock),
                        new S3Belongings(aws.s3(), environment.required("BUCKET_SOURCES")),
                        new CountedRequests(limiter())));
    }

    MailFunction mail() {
        return new MailFunction(new DeliverAccountMail(
                new AccountLetters(environment.required("PUBLIC_ORIGIN")),
                new SesMailSender(aws.ses(), environment.required("MAIL_SENDER"))));
    }

    DeadLettersFunction deadLetters() {
        var dynamoDb = aws.dynamoDb();
        TellWatchers watchers = new TellWatchers(
                new DynamoEventLog(dynamoDb, environment.required("TABLE_EVENTS")),
                new DynamoConnections(dynamoDb, environment.required("TABLE_CONNECTIONS")),
                new SqsReplayQueue(new SqsQueue(aws.sqs(), environment.required("QUEUE_REPLAY_URL"))),
                clock);
        return new DeadLettersFunction(new AbandonJob(new PostgresLeases(database()), watchers, clock));
    }

    private Edge edge(String function, Identification callers, RateLimiter limiter, Operation... operations) {
        return new Edge(
                new Operations(Routes.ofContract(), function, List.of(operations)),
                callers,
                new RequestLimits(limiter, clock),
                origins);
    }

    private Callers callers(Database database) {
        return callers(database, accessTokens(tokenKeys()));
    }

    private Callers callers(Database database, AccessTokens accessTokens) {
        return new Callers(
                new VerifyAccess(accessTokens, new PostgresSessions(database), clock),
                new VerifyApiKey(new PostgresApiKeys(database), clock),
                new AllowExecution(new PostgresUsers(database), addressPolicy()),
                origins);
    }

    private AddressPolicy addressPolicy() {
        return new AddressPolicy(environment.flag("REQUIRE_VERIFIED_EMAIL"));
    }

    private AccessTokens accessTokens(TokenKeys keys) {
        return new NimbusAccessTokens(keys, TokenSettings.from(environment).issuer());
    }

    private TokenKeys tokenKeys() {
        TokenSettings settings = TokenSettings.from(environment);
        return settings.keysFile()
                .<TokenKeys>map(FileTokenKeys::read)
                .orElseGet(() -> new KmsTokenKeys(aws.kms(), settings.keyIds()));
    }

    private Database database() {
        return Database.open(DatabaseSettings.from(environment), CONNECTIONS);
    }

    private AccountMails accountMails() {
        return new SqsAccountMails(new SqsQueue(aws.sqs(), environment.required("QUEUE_MAILS_URL")));
    }

    private RateLimiter limiter() {
        return new DynamoRateLimiter(aws.dynamoDb(), environment.required("TABLE_LIMITS"));
    }
}
