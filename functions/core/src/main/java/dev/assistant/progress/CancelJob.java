package dev.assistant.progress;

import dev.assistant.identity.UserId;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Jobs;
import dev.assistant.workflow.Jobs.Cancelled;
import java.time.InstantSource;

/** Stops a job on its owner's behalf. Repeating it is safe and tells again what may not have been told. Thread-safe. */
public final class CancelJob {
    private final Jobs jobs;
    private final TellWatchers watchers;
    private final InstantSource clock;

    public CancelJob(Jobs jobs, TellWatchers watchers, InstantSource clock) {
        this.jobs = jobs;
        this.watchers = watchers;
        this.clock = clock;
    }

    /**
     * @return the job afterwards: cancelled when it was still queued or waited for an approval, else flagged for its worker
     * @throws dev.assistant.failure.Failure.NotFound when there is none, or it is somebody else's
     * @throws dev.assistant.failure.Failure.Conflict when it has already finished otherwise
     */
    public Job cancel(UserId owner, JobId id) {
        Cancelled cancelled = jobs.requestCancel(owner, id, clock.instant());
        Job job = cancelled.job();
        if (job.status() == JobStatus.CANCELLED) {
            watchers.tell(id, cancelled.epoch(), JobEvent.Ended.of(job));
        }
        return job;
    }
}
