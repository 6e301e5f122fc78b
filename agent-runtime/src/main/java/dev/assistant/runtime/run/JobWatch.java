package dev.assistant.runtime.run;

import dev.assistant.failure.Causes;
import dev.assistant.runtime.run.RunningJob.Stop;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobInbox;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the jobs of this process alive, and stops those that are cancelled or lost. On platform threads, because workflows
 * that compute may occupy every carrier of virtual ones. Thread-safe.
 */
final class JobWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobWatch.class);

    private final Map<JobId, RunningJob> jobs = new ConcurrentHashMap<>();
    private final JobRecords records;
    private final JobInbox inbox;
    private final List<Thread> rounds;

    JobWatch(JobRecords records, JobInbox inbox, Timing timing) {
        this.records = records;
        this.inbox = inbox;
        this.rounds = List.of(
                repeating("heartbeat", timing.heartbeat(), this::keepAlive),
                repeating("cancellation", timing.cancellation(), this::stopCancelled));
    }

    void add(RunningJob job) {
        jobs.put(job.job().id(), job);
    }

    void remove(RunningJob job) {
        jobs.remove(job.job().id(), job);
    }

    Collection<RunningJob> jobs() {
        return jobs.values();
    }

    private void keepAlive() {
        jobs.values().forEach(job -> {
            try {
                keepAlive(job);
            } catch (RuntimeException e) {
                LOG.warn(
                        "The lease of job {} could not be renewed: {}",
                        job.job().id(),
                        Causes.of(e));
            }
        });
    }

    private void keepAlive(RunningJob job) {
        if (records.leases().renew(job.lease(), records.now()).isEmpty()) {
            job.stop(Stop.LOST);
            return;
        }
        job.delivery().ifPresent(delivery -> inbox.hide(delivery, Timing.HIDDEN));
    }

    private void stopCancelled() {
        Set<JobId> running = Set.copyOf(jobs.keySet());
        if (running.isEmpty()) {
            return;
        }
        try {
            records.leases()
                    .cancelRequested(running)
                    .forEach(id -> jobs.computeIfPresent(id, (same, job) -> {
                        job.stop(Stop.CANCELLED);
                        return job;
                    }));
        } catch (RuntimeException e) {
            LOG.warn("Cancellations could not be looked for: {}", Causes.of(e));
        }
    }

    private static Thread repeating(String name, Duration pause, Runnable round) {
        return Thread.ofPlatform().name(name).daemon().start(() -> {
            try {
                while (true) {
                    Thread.sleep(pause);
                    round.run();
                }
            } catch (InterruptedException e) {
                LOG.debug("The {} ends", name);
            }
        });
    }

    @Override
    public void close() {
        rounds.forEach(Thread::interrupt);
    }
}
