package dev.assistant.workflow;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which worker runs which job, and what workers write about it under their lease. Thread-safe. */
public interface Leases {
    /** What came of trying to claim a job. */
    sealed interface Claim {
        /** The job is this worker's now. */
        record Granted(Lease lease, Job job) implements Claim {}

        /** Another worker holds it; try again when its lease could have ended. */
        record HeldElsewhere(Instant until) implements Claim {}

        /**
         * The job has ended. Whoever ended it may have stopped before telling, so its last event is to be appended again
         * (the event log refuses it when it is there).
         *
         * @param epoch the epoch to append under
         */
        record AlreadyEnded(Job job, long epoch) implements Claim {}

        /**
         * The job waits for a person, who has it go on. Whoever asked may have stopped before telling, so that is to be made up for.
         *
         * @param epoch the epoch to tell under
         */
        record Waits(Job job, long epoch) implements Claim {}

        /** There is no such job any more. */
        record Gone() implements Claim {}
    }

    /** Claims a queued job, or a running one whose lease has ended. */
    Claim claim(JobId job, String worker, Instant now);

    /**
     * Claims what a worker is to run now that a message about a job has come. When that job waits, this is the waiting job whose
     * turn it is: it, or another one, whose own message then finds it taken. Otherwise as {@link #claim}.
     *
     * <p>Turns are by start-time fair queueing (Goyal, Vin and Cheng, SIGCOMM 1996) over jobs of equal weight: a job's start tag is
     * that of the job last started, or one more than that of its owner's last open job if that is later. Whoever has nothing waiting thus
     * comes next, however much others have, and the backlogs of several people take turns.
     *
     * <p>A job waits when it is queued or was handed back; after a failed attempt it comes again with its own message only.
     */
    Claim claimNext(JobId woken, String worker, Instant now);

    /** Extends a lease; empty when it was lost to another worker or the job has finished. */
    Optional<Lease> renew(Lease lease, Instant now);

    /** Gives the job back unfinished, so that another worker can claim it at once. */
    void release(Lease lease, Instant now);

    /** Those of the jobs whose owners asked for cancellation. */
    Set<JobId> cancelRequested(Collection<JobId> running);

    /**
     * Stores progress (0 to 100) and step.
     *
     * @throws LeaseLost when another worker took over
     */
    void progress(Lease lease, int percent, String step, Instant now);

    /**
     * Stores what a step produced, so that a later worker need not repeat it.
     *
     * @throws LeaseLost when another worker took over
     */
    void checkpoint(Lease lease, Checkpoint checkpoint, Instant now);

    /** What earlier attempts stored, in the order stored. */
    List<Checkpoint> checkpoints(JobId job);

    /**
     * Ends the job as failed or cancelled.
     *
     * @throws LeaseLost when another worker took over
     */
    void end(Lease lease, JobStatus status, Optional<String> error, Instant now);

    /** Remembers why an attempt failed; the job stays claimable. */
    void attemptFailed(Lease lease, String error, Instant now);

    /**
     * Ends a job as failed that no worker could finish, whoever held it last; a job that has ended stays as it is.
     *
     * @return how it ended, by this call or before; empty when it is gone
     */
    Optional<Claim.AlreadyEnded> abandon(JobId job, String error, Instant now);

    /**
     * The output of one step.
     *
     * @param step unique within the job, such as {@code analysed:sonar:0}
     * @param content plain JSON, no class names
     */
    record Checkpoint(String step, String content) {}

    /** A write came too late: another worker has the job. Not a failure of the job. */
    final class LeaseLost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public LeaseLost(Lease lease) {
            super("job " + lease.job() + " is no longer held under epoch " + lease.epoch());
        }
    }
}
