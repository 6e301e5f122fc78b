package dev.assistant.progress;

import dev.assistant.workflow.JobId;
import dev.assistant.workflow.Leases;
import java.time.InstantSource;

/** Gives up a job that no worker could finish, and tells who watches it. Idempotent by job. Thread-safe. */
public final class AbandonJob {
    private final Leases leases;
    private final TellWatchers watchers;
    private final InstantSource clock;

    public AbandonJob(Leases leases, TellWatchers watchers, InstantSource clock) {
        this.leases = leases;
        this.watchers = watchers;
        this.clock = clock;
    }

    /**
     * Ends the job as failed; one that has ended stays as it is, and its end is told in case that was missed.
     *
     * @param attempts how often workers tried
     */
    public void abandon(JobId job, int attempts) {
        leases.abandon(job, explanation(attempts), clock.instant())
                .ifPresent(ended -> watchers.tell(job, ended.epoch(), JobEvent.Ended.of(ended.job())));
    }

    private static String explanation(int attempts) {
        return "The review could not be finished after %d attempts. Submit it again; if that fails too, ask for help with its id."
                .formatted(attempts);
    }
}
