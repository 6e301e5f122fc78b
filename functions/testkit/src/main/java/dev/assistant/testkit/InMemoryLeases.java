package dev.assistant.testkit;

import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Lease;
import dev.assistant.workflow.Leases;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

final class InMemoryLeases implements Leases {
    private final InMemoryJobStore store;

    InMemoryLeases(InMemoryJobStore store) {
        this.store = store;
    }

    @Override
    public Claim claim(JobId job, String worker, Instant now) {
        synchronized (store) {
            return store.find(job).map(record -> claim(record, worker, now)).orElseGet(Claim.Gone::new);
        }
    }

    @Override
    public Claim claimNext(JobId woken, String worker, Instant now) {
        synchronized (store) {
            return store.find(woken)
                    .filter(JobRecord::waits)
                    .flatMap(record -> store.next())
                    .map(next -> grant(next, worker, now))
                    .orElseGet(() -> claim(woken, worker, now));
        }
    }

    private static Claim claim(JobRecord record, String worker, Instant now) {
        return switch (record.status) {
            case COMPLETED, FAILED, CANCELLED -> new Claim.AlreadyEnded(record.job(), record.epoch);
            case AWAITING_APPROVAL -> new Claim.Waits(record.job(), record.epoch);
            case RUNNING ->
                record.leaseUntil.isAfter(now)
                        ? new Claim.HeldElsewhere(record.leaseUntil)
                        : grant(record, worker, now);
            case QUEUED -> grant(record, worker, now);
        };
    }

    private static Claim grant(JobRecord record, String worker, Instant now) {
        record.status = JobStatus.RUNNING;
        record.startedAt = Optional.of(record.startedAt.orElse(now));
        record.worker = Optional.of(worker);
        record.leaseUntil = now.plus(Lease.LENGTH);
        record.epoch++;
        record.attempts++;
        return new Claim.Granted(
                new Lease(record.request.job(), record.epoch, record.attempts, record.leaseUntil), record.job());
    }

    @Override
    public Optional<Lease> renew(Lease lease, Instant now) {
        synchronized (store) {
            return held(lease).map(record -> {
                record.leaseUntil = now.plus(Lease.LENGTH);
                return new Lease(lease.job(), lease.epoch(), lease.attempt(), record.leaseUntil);
            });
        }
    }

    private Optional<JobRecord> held(Lease lease) {
        return store.find(lease.job()).filter(record -> record.isHeldUnder(lease));
    }

    private JobRecord requireHeld(Lease lease) {
        return held(lease).orElseThrow(() -> new LeaseLost(lease));
    }

    @Override
    public void release(Lease lease, Instant now) {
        synchronized (store) {
            held(lease).ifPresent(record -> record.letGo(now));
        }
    }

    @Override
    public Set<JobId> cancelRequested(Collection<JobId> running) {
        synchronized (store) {
            return running.stream()
                    .filter(job -> store.find(job)
                            .filter(record -> record.cancelRequested)
                            .isPresent())
                    .collect(Collectors.toSet());
        }
    }

    @Override
    public void progress(Lease lease, int percent, String step, Instant now) {
        synchronized (store) {
            JobRecord record = requireHeld(lease);
            record.progress = percent;
            record.step = step;
        }
    }

    @Override
    public void checkpoint(Lease lease, Checkpoint checkpoint, Instant now) {
        synchronized (store) {
            requireHeld(lease).checkpoints.put(checkpoint.step(), checkpoint);
        }
    }

    @Override
    public List<Checkpoint> checkpoints(JobId job) {
        synchronized (store) {
            return store.find(job)
                    .map(record -> List.copyOf(record.checkpoints.values()))
                    .orElse(List.of());
        }
    }

    @Override
    public void end(Lease lease, JobStatus status, Optional<String> error, Instant now) {
        if (status != JobStatus.FAILED && status != JobStatus.CANCELLED) {
            throw new IllegalArgumentException("a job without results does not end as " + status);
        }
        synchronized (store) {
            requireHeld(lease).end(status, error, now);
        }
    }

    @Override
    public void attemptFailed(Lease lease, String error, Instant now) {
        synchronized (store) {
            held(lease).ifPresent(record -> {
                record.lastError = Optional.of(error);
                record.letGo(now);
            });
        }
    }

    @Override
    public Optional<Claim.AlreadyEnded> abandon(JobId job, String error, Instant now) {
        synchronized (store) {
            return store.find(job).map(record -> {
                if (!record.status.isFinal()) {
                    record.end(JobStatus.FAILED, Optional.of(error), now);
                    record.epoch++;
                }
                return new Claim.AlreadyEnded(record.job(), record.epoch);
            });
        }
    }
}
