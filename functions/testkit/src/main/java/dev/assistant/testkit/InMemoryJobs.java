package dev.assistant.testkit;

import dev.assistant.failure.Failure;
import dev.assistant.identity.UserId;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Jobs;
import dev.assistant.workflow.TypicalDuration;
import dev.assistant.workflow.TypicalDuration.Basis;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

final class InMemoryJobs implements Jobs {
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
    public Optional<TypicalDuration> typicalDuration(UserId owner, String workflow, OptionalLong bytes) {
        synchronized (store) {
            List<JobRecord> completed = store.records.values().stream()
                    .filter(record -> record.job().workflow().equals(workflow))
                    .filter(record -> record.job().status() == JobStatus.COMPLETED)
                    .toList();
            List<JobRecord> similar = completed.stream()
                    .filter(record -> isSimilar(record.request.bytes(), bytes))
                    .toList();
            List<JobRecord> own = similar.stream()
                    .filter(record -> record.request.owner().equals(owner))
                    .toList();
            return median(own, 3, Basis.OWN)
                    .or(() -> median(similar, 5, Basis.SIMILAR))
                    .or(() -> median(completed, 5, Basis.ANY));
        }
    }

    private static boolean isSimilar(OptionalLong one, OptionalLong other) {
        return one.isPresent()
                && other.isPresent()
                && one.getAsLong() >= other.getAsLong() / 3
                && one.getAsLong() <= other.getAsLong() * 3;
    }

    private static Optional<TypicalDuration> median(List<JobRecord> records, int fewest, Basis basis) {
        List<Long> millis = records.stream()
                .map(JobRecord::job)
                .sorted(Comparator.comparing((Job job) -> job.completedAt().orElseThrow())
                        .reversed())
                .limit(LATEST)
                .map(job -> Duration.between(
                                job.startedAt().orElseThrow(), job.completedAt().orElseThrow())
                        .toMillis())
                .sorted()
                .toList();
        return millis.size() < fewest
                ? Optional.empty()
                : Optional.of(new TypicalDuration(median(millis), millis.size(), basis));
    }

    private static Duration median(List<Long> sorted) {
        int middle = sorted.size() / 2;
        long upper = sorted.get(middle);
        long lower = sorted.size() % 2 == 1 ? upper : sorted.get(middle - 1);
        return Duration.ofMillis((lower + upper) / 2);
    }
}
