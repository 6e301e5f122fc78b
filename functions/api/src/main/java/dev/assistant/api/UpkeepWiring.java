package dev.assistant.api;

import dev.assistant.adapters.dynamodb.DynamoConnections;
import dev.assistant.adapters.dynamodb.DynamoEventLog;
import dev.assistant.adapters.dynamodb.DynamoRateLimiter;
import dev.assistant.adapters.dynamodb.DynamoTables;
import dev.assistant.adapters.mail.SesMailSender;
import dev.assistant.adapters.postgres.Database;
import dev.assistant.adapters.postgres.DatabaseSettings;
import dev.assistant.adapters.postgres.Migrations;
import dev.assistant.adapters.postgres.PostgresAccounts;
import dev.assistant.adapters.postgres.PostgresAnalysedUnits;
import dev.assistant.adapters.postgres.PostgresApprovals;
import dev.assistant.adapters.postgres.PostgresLeases;
import dev.assistant.adapters.postgres.PostgresNotices;
import dev.assistant.adapters.postgres.PostgresOutbox;
import dev.assistant.adapters.postgres.PostgresSystemFigures;
import dev.assistant.adapters.postgres.PostgresUploads;
import dev.assistant.adapters.s3.S3Sources;
import dev.assistant.adapters.settings.Environment;
import dev.assistant.adapters.sqs.SqsJobQueue;
import dev.assistant.adapters.sqs.SqsQueue;
import dev.assistant.adapters.sqs.SqsReplayQueue;
import dev.assistant.api.events.Chore;
import dev.assistant.api.events.DeadLettersFunction;
import dev.assistant.api.events.MailFunction;
import dev.assistant.api.events.MigrateFunction;
import dev.assistant.api.events.SweepFunction;
import dev.assistant.api.events.TellFigures;
import dev.assistant.api.http.Edge;
import dev.assistant.api.rules.GetRuleOperation;
import dev.assistant.api.rules.ListRulesOperation;
import dev.assistant.api.rules.Rules;
import dev.assistant.api.system.GetContractOperation;
import dev.assistant.api.system.GetDocsOperation;
import dev.assistant.api.system.GetHealthOperation;
import dev.assistant.api.system.GetVersionOperation;
import dev.assistant.api.system.Probe;
import dev.assistant.erasure.EraseAccounts;
import dev.assistant.identity.AccountLetters;
import dev.assistant.identity.DeliverAccountMail;
import dev.assistant.identity.EmailAddress;
import dev.assistant.notice.SendNotices;
import dev.assistant.progress.AbandonJob;
import dev.assistant.progress.TellWatchers;
import dev.assistant.review.SweepAnalysedUnits;
import dev.assistant.review.SweepUploads;
import dev.assistant.workflow.ExpireApprovals;
import dev.assistant.workflow.JobQueue;
import dev.assistant.workflow.SweepOutbox;
import java.util.List;

/** Puts together what keeps the product going: health, migrations, chores, mails and given-up messages. */
final class UpkeepWiring extends Wiring {
    /** What one run of the sweep gets done in well under a minute. */
    private static final int JOBS_ERASED_AT_ONCE = 500;

    UpkeepWiring(Environment environment) {
        super(environment);
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
}
