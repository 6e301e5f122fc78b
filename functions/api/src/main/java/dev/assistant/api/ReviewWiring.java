package dev.assistant.api;

import dev.assistant.adapters.dynamodb.DynamoBelongings;
import dev.assistant.adapters.dynamodb.DynamoConnections;
import dev.assistant.adapters.dynamodb.DynamoEventLog;
import dev.assistant.adapters.dynamodb.DynamoRateLimiter;
import dev.assistant.adapters.json.WorkflowCatalogueJson;
import dev.assistant.adapters.postgres.Database;
import dev.assistant.adapters.postgres.DatabaseSettings;
import dev.assistant.adapters.postgres.PostgresAnalytics;
import dev.assistant.adapters.postgres.PostgresApprovals;
import dev.assistant.adapters.postgres.PostgresJobs;
import dev.assistant.adapters.postgres.PostgresProducts;
import dev.assistant.adapters.postgres.PostgresProjects;
import dev.assistant.adapters.postgres.PostgresQuotas;
import dev.assistant.adapters.postgres.PostgresRatings;
import dev.assistant.adapters.postgres.PostgresRepositoryGrants;
import dev.assistant.adapters.postgres.PostgresReviewHistory;
import dev.assistant.adapters.postgres.PostgresTriages;
import dev.assistant.adapters.postgres.PostgresTurns;
import dev.assistant.adapters.postgres.PostgresUploads;
import dev.assistant.adapters.settings.Environment;
import dev.assistant.adapters.settings.SubmissionSettings;
import dev.assistant.adapters.sqs.SqsQueue;
import dev.assistant.adapters.sqs.SqsReplayQueue;
import dev.assistant.analytics.Analytics;
import dev.assistant.api.analytics.GetAgentsOperation;
import dev.assistant.api.analytics.GetCostOperation;
import dev.assistant.api.analytics.GetOverviewOperation;
import dev.assistant.api.analytics.GetRuleJudgementsOperation;
import dev.assistant.api.analytics.GetUsageOperation;
import dev.assistant.api.http.Edge;
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
import dev.assistant.api.reviews.RetryJobOperation;
import dev.assistant.api.reviews.StartUploadOperation;
import dev.assistant.api.reviews.SubmitReviewOperation;
import dev.assistant.api.reviews.TriageIssueOperation;
import dev.assistant.api.rules.Rules;
import dev.assistant.api.workflows.AnswerApprovalOperation;
import dev.assistant.api.workflows.DeleteExecutionOperation;
import dev.assistant.api.workflows.ExecuteWorkflowOperation;
import dev.assistant.api.workflows.GetExecutionOperation;
import dev.assistant.api.workflows.GetWorkflowOperation;
import dev.assistant.api.workflows.ListExecutionsOperation;
import dev.assistant.api.workflows.ListWorkflowsOperation;
import dev.assistant.erasure.DeleteReview;
import dev.assistant.progress.CancelJob;
import dev.assistant.progress.EventLog;
import dev.assistant.progress.ReadTranscript;
import dev.assistant.progress.TellWatchers;
import dev.assistant.project.CreateProject;
import dev.assistant.project.Projects;
import dev.assistant.project.UpdateProject;
import dev.assistant.review.EstimateRun;
import dev.assistant.review.RateFinding;
import dev.assistant.review.Ratings;
import dev.assistant.review.ReadResults;
import dev.assistant.review.ReviewHistory;
import dev.assistant.review.Reviews;
import dev.assistant.review.StartUpload;
import dev.assistant.review.SubmissionTerms;
import dev.assistant.review.SubmitReview;
import dev.assistant.review.TriageFinding;
import dev.assistant.review.Triages;
import dev.assistant.workflow.AnswerApproval;
import dev.assistant.workflow.Approvals;
import dev.assistant.workflow.Jobs;
import dev.assistant.workflow.Retries;
import dev.assistant.workflow.RetryJob;
import dev.assistant.workflow.Turns;
import dev.assistant.workflow.WorkflowCatalogue;

/** Puts together what people do: reviews, workflows, projects and the figures about them. */
final class ReviewWiring extends Wiring {
    ReviewWiring(Environment environment) {
        super(environment);
    }

    Edge reviews() {
        Database database = database();
        var dynamoDb = aws.dynamoDb();
        Jobs jobs = new PostgresJobs(database);
        Reviews reviews = postgresReviews(database);
        Turns turns = new PostgresTurns(database);
        Retries retries = postgresRetries(database);
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
                new GetOptionsOperation(
                        terms(), new PostgresQuotas(database), new PostgresRepositoryGrants(database), clock),
                new StartUploadOperation(new StartUpload(new PostgresUploads(database), uploadStore(), ids, clock)),
                new GetReviewOperation(jobs, turns, retries),
                new RetryJobOperation(new RetryJob(jobs, turns, retries, catalogue, enqueueJob(database), ids, clock)),
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
                new GetOverviewOperation(analytics, new Rules(), clock),
                new GetCostOperation(analytics, clock),
                new GetUsageOperation(analytics, clock),
                new GetAgentsOperation(analytics, clock),
                new GetRuleJudgementsOperation(analytics, clock));
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

    private SubmitReview submitReview(Database database, Reviews reviews, Jobs jobs, WorkflowCatalogue catalogue) {
        return new SubmitReview(
                reviews,
                new PostgresProjects(database),
                new PostgresUploads(database),
                uploadStore(),
                jobs,
                enqueueJob(database),
                new PostgresQuotas(database),
                new PostgresRepositoryGrants(database),
                catalogue,
                terms(),
                ids,
                clock);
    }
}
