package dev.assistant.adapters.postgres;

import dev.assistant.adapters.json.ReviewJson;
import dev.assistant.adapters.postgres.IdempotencyKeys.Kind;
import dev.assistant.failure.Failure;
import dev.assistant.idempotency.IdempotencyKey;
import dev.assistant.identity.UserId;
import dev.assistant.review.FinishedReview;
import dev.assistant.review.ReviewReport;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.Reviews;
import dev.assistant.review.SourceFile;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Lease;
import dev.assistant.workflow.Produces;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reviews in {@code workflow_executions} and {@code code_reviews}, with their outbox entry and idempotency key. Thread-safe.
 */
public final class PostgresReviews implements Reviews {
    private final Database database;
    private final ReviewSources sources;
    private final PostgresJobs jobs;

    public PostgresReviews(Database database, SourceStore store) {
        this.database = database;
        this.sources = new ReviewSources(store);
        this.jobs = new PostgresJobs(database);
    }

    @Override
    public JobId add(ReviewRequest request, Optional<IdempotencyKey> key, Instant now) {
        Optional<JobId> earlier = key.flatMap(known -> database.query(sql -> find(sql, request.owner(), known)));
        return earlier.orElseGet(() -> addNew(request, key, now));
    }

    private JobId addNew(ReviewRequest request, Optional<IdempotencyKey> key, Instant now) {
        List<String> putAway = sources.putAway(request);
        boolean isStored = false;
        try {
            JobId job = database.transaction(sql -> store(sql, request, key, putAway, now));
            isStored = job.equals(request.job());
            return job;
        } finally {
            if (!isStored) {
                sources.forget(putAway);
            }
        }
    }

    private static JobId store(
            JdbcClient sql, ReviewRequest request, Optional<IdempotencyKey> key, List<String> putAway, Instant now) {
        UUID job = request.job().value();
        if (key.isPresent() && !IdempotencyKeys.take(sql, request.owner(), key.get(), Kind.JOB, job, now)) {
            // A twin of this request was faster.
            return find(sql, request.owner(), key.get()).orElseThrow();
        }
        PostgresQuotas.countJob(sql, request.owner(), now);
        WaitingJobs.requireRoomForOne(sql, request.owner(), now);
        ReviewRows.addExecution(sql, request, now);
        request.upload().ifPresent(upload -> PostgresUploads.use(sql, upload, request.job()));
        ReviewSources.add(sql, request, putAway, now);
        PostgresOutbox.add(sql, request.job(), request.owner(), now);
        return request.job();
    }

    private static Optional<JobId> find(JdbcClient sql, UserId owner, IdempotencyKey key) {
        return IdempotencyKeys.find(sql, owner, key, Kind.JOB).map(JobId::new);
    }

    @Override
    public ReviewRequest request(JobId job) {
        return database.query(sql -> ReviewRows.find(sql, job)
                .map(row -> row.request(sources.read(sql, job), PostgresUploads.ofJob(sql, job)))
                .orElseThrow(() -> new Failure.NotFound("review")));
    }

    @Override
    public void unpack(Lease lease, ReviewRequest request, FileSource files, Instant now) {
        try (UnpackedSources unpacked = sources.unpacking(request)) {
            files.forEach(unpacked);
            unpacked.finish();
            database.transaction(sql -> {
                PostgresLeases.requireHeld(sql, lease);
                unpacked.replace(sql, now);
                return lease;
            });
            unpacked.keep();
        }
    }

    @Override
    public void complete(Lease lease, ReviewReport report, Instant now) {
        database.transaction(sql -> {
            PostgresLeases.end(sql, lease, JobStatus.COMPLETED, Optional.empty(), now);
            BigDecimal uncounted = ReviewRows.storeReport(sql, lease.job(), report);
            if (uncounted.signum() > 0) {
                PostgresQuotas.countCost(sql, lease.job(), uncounted, now);
            }
            return lease;
        });
    }

    @Override
    public FinishedReview finished(UserId owner, JobId id) {
        Job job = jobs.byId(owner, id);
        if (job.produces() != Produces.REVIEW) {
            throw new Failure.Conflict(
                    "This execution reviewed nothing. Read its results at /api/v1/workflows/history/" + id + ".");
        }
        if (job.status() != JobStatus.COMPLETED) {
            throw new Failure.Conflict(unfinished(job));
        }
        String report = database.query(sql -> sql.sql("""
                        select results from workflow_executions where id = :id and user_id = :owner
                        """)
                .param("id", id.value())
                .param("owner", owner.value())
                .query(String.class)
                .single());
        return new FinishedReview(job, ReviewJson.toReport(report));
    }

    private static String unfinished(Job job) {
        String status = job.status().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return job.status().isFinal()
                ? "The review has no results: it is " + status + ". Submit it again."
                : "The review has not finished: it is " + status + ". Ask again when it has completed.";
    }

    @Override
    public List<SourceFile> files(UserId owner, JobId job, int from, int most) {
        jobs.byId(owner, job);
        return database.query(sql -> sources.read(sql, job, from, most));
    }

    @Override
    public SourceFile file(UserId owner, JobId job, String path) {
        jobs.byId(owner, job);
        return database.query(sql -> sources.find(sql, job, path)).orElseThrow(() -> new Failure.NotFound("file"));
    }

    @Override
    public void delete(UserId owner, JobId job) {
        // First the code that is elsewhere: afterwards nothing would know of it.
        sources.forget(database.query(sql -> ReviewSources.keys(sql, owner, job)));
        int deleted = database.transaction(sql -> ReviewRows.delete(sql, owner, job));
        if (deleted == 0) {
            throw new Failure.NotFound("review");
        }
    }
}
