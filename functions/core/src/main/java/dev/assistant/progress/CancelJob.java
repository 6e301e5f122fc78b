package dev.assistant.progress;

import dev.assistant.identity.UserId;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Jobs;
import java.time.InstantSource;

/** Stops a job on its owner's behalf. Repeating it is safe and tells again what may not have been told. Thread-safe. */
public final class CancelJob {
    /** The epoch of a writer without a lease. A worker that stopped the job tells its end under its own. */
    private static final long NO_LEASE = 0;

    private final Jobs jobs;
    private final TellWatchers watchers;
    private final InstantSource clock;

    public CancelJob(Jobs jobs, TellWatchers watchers, InstantSource clock) {
        this.jobs = jobs;
        this.watchers = watchers;
        this.clock = clock;
    }

    /**
     * @return the job afterwards: cancelled when it was still queued, else flagged for its worker
     * @throws dev.assistant.failure.Failure.NotFound when there is none, or it is somebody else's
     * @throws dev.assistant.failure.Failure.Conflict when it has already finished otherwise
     */
    public Job cancel(UserId owner, JobId id) {
        Job job = jobs.requestCancel(owner, id, clock.instant());
        if (job.status() == JobStatus.CANCELLED) {
            watchers.tell(id, NO_LEASE, JobEvent.Ended.of(job));
        }
        return job;
    }
}
