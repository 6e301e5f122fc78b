package dev.assistant.testkit;

import dev.assistant.review.ReviewReport;
import dev.assistant.review.ReviewRequest;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Lease;
import dev.assistant.workflow.Leases.Checkpoint;
import dev.assistant.workflow.Leases.LeaseLost;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Everything about one job. Guarded by its store. */
final class JobRecord {
    ReviewRequest request;
    final Map<String, Checkpoint> checkpoints = new LinkedHashMap<>();
    final Instant createdAt;
    final long startTag;

    JobStatus status = JobStatus.QUEUED;
    int progress;
    String step = "queued";
    boolean cancelRequested;
    Optional<String> error = Optional.empty();
    Optional<String> lastError = Optional.empty();
    Optional<Instant> startedAt = Optional.empty();
    Optional<Instant> completedAt = Optional.empty();
    Optional<ReviewReport> report = Optional.empty();

    Optional<String> worker = Optional.empty();
    Instant leaseUntil = Instant.MIN;
    long epoch;
    int attempts;

    JobRecord(ReviewRequest request, Instant createdAt, long startTag) {
        this.request = request;
        this.createdAt = createdAt;
        this.startTag = startTag;
    }

    Job job() {
        return new Job(
                request.job(),
                request.owner(),
                request.project(),
                request.workflow(),
                request.input().produces(),
                status,
                progress,
                step,
                error,
                cancelRequested,
                createdAt,
                startedAt,
                completedAt);
    }

    /** Whether it is queued, or was handed back. */
    boolean waits() {
        return status == JobStatus.QUEUED || (status == JobStatus.RUNNING && worker.isEmpty() && lastError.isEmpty());
    }

    boolean isHeldUnder(Lease lease) {
        return worker.isPresent() && epoch == lease.epoch();
    }

    void requireHeldUnder(Lease lease) {
        if (!isHeldUnder(lease)) {
            throw new LeaseLost(lease);
        }
    }

    void letGo(Instant now) {
        worker = Optional.empty();
        leaseUntil = now;
    }

    void end(JobStatus end, Optional<String> why, Instant now) {
        Job ended = job().ended(end, why, now);
        status = ended.status();
        progress = ended.progress();
        step = ended.step();
        error = ended.error();
        completedAt = ended.completedAt();
        checkpoints.clear();
        letGo(now);
    }
}
