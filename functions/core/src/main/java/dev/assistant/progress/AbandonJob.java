package dev.assistant.progress;

import dev.assistant.workflow.JobId;
import dev.assistant.workflow.Leases;
import java.time.InstantSource;

/** Gives up a job that no worker could finish, and tells who watches it. Idempotent by job. Thread-safe. */
public final class AbandonJob {
    private static final String EXPLANATION =
            "The review could not be finished after several attempts. Submit it again; if that fails too, ask for help with its id.";

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
     */
    public void abandon(JobId job) {
        leases.abandon(job, EXPLANATION, clock.instant())
                .ifPresent(ended -> watchers.tell(job, ended.epoch(), JobEvent.Ended.of(ended.job())));
    }
}
