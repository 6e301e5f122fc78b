package dev.assistant.bench.scale;

import dev.assistant.adapters.aws.AwsClients;
import dev.assistant.adapters.aws.AwsSettings;
import dev.assistant.adapters.postgres.Database;
import dev.assistant.adapters.postgres.DatabaseSettings;
import dev.assistant.adapters.postgres.PostgresJobs;
import dev.assistant.adapters.postgres.PostgresOutbox;
import dev.assistant.adapters.postgres.PostgresReviews;
import dev.assistant.adapters.postgres.PostgresUsers;
import dev.assistant.adapters.s3.S3Sources;
import dev.assistant.adapters.settings.Environment;
import dev.assistant.adapters.sqs.SqsJobQueue;
import dev.assistant.adapters.sqs.SqsQueue;
import dev.assistant.identity.User;
import dev.assistant.identity.UserId;
import dev.assistant.review.Language;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.SourceFile;
import dev.assistant.testkit.ReviewRequestBuilder;
import dev.assistant.testkit.UserBuilder;
import dev.assistant.testkit.engine.LocalClients;
import dev.assistant.workflow.EnqueueJob;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Jobs of a running stack. They are stored and enqueued as the functions do, past the API, whose limits would not let one person
 * submit a thousand at once. Not thread-safe.
 */
final class Jobs implements AutoCloseable {
    private static final int FUNCTIONS = 40; // of five lines each
    private static final long POLL_MILLIS = 50;

    private final Database database;
    private final PostgresReviews reviews;
    private final PostgresJobs jobs;
    private final EnqueueJob enqueueJob;
    private int submitted;

    Jobs(Map<String, String> variables) {
        Environment environment = new Environment(variables);
        database = Database.open(DatabaseSettings.from(environment), 4);
        AwsClients clients = new AwsClients(AwsSettings.from(environment), LocalClients.CREDENTIALS);
        reviews = new PostgresReviews(database, new S3Sources(clients.s3(), environment.required("BUCKET_SOURCES")));
        jobs = new PostgresJobs(database);
        SqsQueue queue = new SqsQueue(clients.sqs(), environment.required("QUEUE_REVIEWS_URL"));
        enqueueJob = new EnqueueJob(new SqsJobQueue(queue), new PostgresOutbox(database));
    }

    UserId person() {
        User user = UserBuilder.aUser().build();
        new PostgresUsers(database).add(user);
        return user.id();
    }

    /** Submits so many, each of other code. */
    List<Submitted> submit(UserId owner, int count) {
        List<Submitted> all = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            ReviewRequest request = ReviewRequestBuilder.aReviewOf(owner)
                    .withFiles(code(submitted++))
                    .build();
            JobId job = reviews.add(request, Optional.empty(), Instant.now());
            enqueueJob.enqueue(job, owner);
            all.add(new Submitted(owner, job));
        }
        return all;
    }

    private static SourceFile code(int seed) {
        StringBuilder code = new StringBuilder("import sqlite3\n");
        for (int n = 0; n < FUNCTIONS; n++) {
            code.append("""

                    def find_%1$d(db, name):
                        limit = %2$d
                        return db.execute("select * from t where n = '" + name + "'")[:limit]
                    """.formatted(n, seed));
        }
        return new SourceFile("app/find.py", Language.PYTHON, code.toString());
    }

    /** Waits until all have completed. */
    List<Job> await(List<Submitted> wanted) throws InterruptedException {
        List<Job> ended = new ArrayList<>();
        for (Submitted each : wanted) {
            Job job = of(each);
            while (!job.status().isFinal()) {
                Thread.sleep(POLL_MILLIS);
                job = of(each);
            }
            if (job.status() != JobStatus.COMPLETED) {
                throw new IllegalStateException(
                        "A job ended as " + job.status() + ": " + job.error().orElse(""));
            }
            ended.add(job);
        }
        return ended;
    }

    Job of(Submitted one) {
        return jobs.byId(one.owner(), one.job());
    }

    @Override
    public void close() {
        database.close();
    }

    record Submitted(UserId owner, JobId job) {}
}
