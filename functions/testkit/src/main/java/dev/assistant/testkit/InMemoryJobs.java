package dev.assistant.testkit;

import dev.assistant.failure.Failure;
import dev.assistant.identity.UserId;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Jobs;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

final class InMemoryJobs implements Jobs {
    private static final int FEWEST = 5;
    private static final int LATEST = 50;

    private final InMemoryJobStore store;

    InMemoryJobs(InMemoryJobStore store) {
        this.store = store;
    }

    @Override
    public Job byId(UserId owner, JobId id) {
        synchronized (store) {
            return record(owner, id).job();
        }
    }

    private JobRecord record(UserId owner, JobId id) {
        return store.find(id)
                .filter(record -> record.request.owner().equals(owner))
                .orElseThrow(() -> new Failure.NotFound("review"));
    }

    @Override
    public Cancelled requestCancel(UserId owner, JobId id, Instant now) {
        synchronized (store) {
            JobRecord record = record(owner, id);
            switch (record.status) {
                case COMPLETED, FAILED -> throw new Failure.Conflict("The review cannot be cancelled any more.");
                case QUEUED, AWAITING_APPROVAL -> record.end(JobStatus.CANCELLED, Optional.empty(), now);
                case RUNNING, CANCELLED -> {}
            }
            record.cancelRequested = true;
            return new Cancelled(record.job(), 0);
        }
    }

    @Override
    public Optional<Duration> typicalDuration(String workflow) {
        synchronized (store) {
            List<Long> millis = store.records.values().stream()
                    .map(JobRecord::job)
                    .filter(job -> job.workflow().equals(workflow) && job.status() == JobStatus.COMPLETED)
                    .sorted(Comparator.comparing((Job job) -> job.completedAt().orElseThrow())
                            .reversed())
                    .limit(LATEST)
                    .map(job -> Duration.between(
                                    job.startedAt().orElseThrow(),
                                    job.completedAt().orElseThrow())
                            .toMillis())
                    .sorted()
                    .toList();
            return millis.size() < FEWEST ? Optional.empty() : Optional.of(median(millis));
        }
    }

    private static Duration median(List<Long> sorted) {
        int middle = sorted.size() / 2;
        long upper = sorted.get(middle);
        long lower = sorted.size() % 2 == 1 ? upper : sorted.get(middle - 1);
        return Duration.ofMillis((lower + upper) / 2);
    }
}
