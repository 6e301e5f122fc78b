package dev.assistant.testkit;

import dev.assistant.failure.Failure;
import dev.assistant.idempotency.IdempotencyKey;
import dev.assistant.identity.UserId;
import dev.assistant.review.FinishedReview;
import dev.assistant.review.ReviewReport;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.Reviews;
import dev.assistant.review.SourceFile;
import dev.assistant.testkit.InMemoryJobStore.Pending;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Lease;
import dev.assistant.workflow.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows no projects: a review of one is refused. */
final class InMemoryReviews implements Reviews {
    private final InMemoryJobStore store;
    private final Map<Taken, Under> keys = new HashMap<>();

    InMemoryReviews(InMemoryJobStore store) {
        this.store = store;
    }

    @Override
    public JobId add(ReviewRequest request, Optional<IdempotencyKey> key, Instant now) {
        synchronized (store) {
            return key.flatMap(used -> find(request.owner(), used)).orElseGet(() -> addNew(request, key, now));
        }
    }

    private Optional<JobId> find(UserId owner, IdempotencyKey key) {
        @Nullable Under under = keys.get(new Taken(owner, key.value()));
        if (under == null) {
            return Optional.empty();
        }
        if (!under.requestHash().equals(key.requestHash())) {
            throw IdempotencyKey.taken();
        }
        return Optional.of(under.job());
    }

    private JobId addNew(ReviewRequest request, Optional<IdempotencyKey> key, Instant now) {
        JobId job = request.job();
        if (request.project().isPresent()) {
            throw new Failure.NotFound("project");
        }
        store.requireRoomForOne(request.owner(), now);
        store.records.put(job, new JobRecord(request, now, store.startTag(request.owner())));
        store.outbox.put(job, new Pending(new Outbox.Entry(job, request.owner().value()), now));
        key.ifPresent(
                fresh -> keys.put(new Taken(request.owner(), fresh.value()), new Under(fresh.requestHash(), job)));
        return job;
    }

    @Override
    public ReviewRequest request(JobId job) {
        synchronized (store) {
            return store.find(job).map(record -> record.request).orElseThrow(() -> new Failure.NotFound("review"));
        }
    }

    @Override
    public void unpack(Lease lease, ReviewRequest request, FileSource files, Instant now) {
        List<SourceFile> taken = new ArrayList<>();
        files.forEach(taken::add);
        synchronized (store) {
            JobRecord record = store.find(lease.job()).orElseThrow();
            record.requireHeldUnder(lease);
            record.request = new ReviewRequest(
                    request.job(),
                    request.owner(),
                    request.workflow(),
                    taken,
                    request.focus(),
                    request.language(),
                    request.project(),
                    request.settings(),
                    request.baseline(),
                    request.upload(),
                    request.repository(),
                    request.input());
        }
    }

    @Override
    public void complete(Lease lease, ReviewReport report, Instant now) {
        synchronized (store) {
            JobRecord record = store.find(lease.job()).orElseThrow();
            record.requireHeldUnder(lease);
            record.end(JobStatus.COMPLETED, Optional.empty(), now);
            record.report = Optional.of(report);
        }
    }

    @Override
    public FinishedReview finished(UserId owner, JobId job) {
        synchronized (store) {
            JobRecord record = owned(owner, job);
            return record.report
                    .map(report -> new FinishedReview(record.job(), report))
                    .orElseThrow(
                            () -> new Failure.Conflict("The review has not completed: it is " + record.step + "."));
        }
    }

    private JobRecord owned(UserId owner, JobId job) {
        return store.find(job)
                .filter(record -> record.request.owner().equals(owner))
                .orElseThrow(() -> new Failure.NotFound("review"));
    }

    @Override
    public List<SourceFile> files(UserId owner, JobId job, int from, int most) {
        synchronized (store) {
            return owned(owner, job).request.files().stream()
                    .skip(from)
                    .limit(most)
                    .toList();
        }
    }

    @Override
    public SourceFile file(UserId owner, JobId job, String path) {
        synchronized (store) {
            return owned(owner, job).request.files().stream()
                    .filter(file -> file.path().equals(path))
                    .findFirst()
                    .orElseThrow(() -> new Failure.NotFound("file"));
        }
    }

    @Override
    public void delete(UserId owner, JobId job) {
        synchronized (store) {
            if (!owned(owner, job).job().status().isFinal()) {
                throw new Failure.NotFound("review");
            }
            store.records.remove(job);
            keys.values().removeIf(under -> under.job().equals(job));
        }
    }

    private record Taken(UserId owner, String key) {}

    private record Under(String requestHash, JobId job) {}
}
