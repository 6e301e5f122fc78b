package dev.assistant.workflow;

import dev.assistant.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The jobs as their owners see them. Every call names the owner. Thread-safe. */
public interface Jobs {
    /** @throws dev.assistant.failure.Failure.NotFound when there is none, or it is somebody else's */
    Job byId(UserId owner, JobId id);

    /**
     * Asks a job to stop: a queued one is cancelled at once, a running one is flagged for its worker.
     *
     * A job that waits for an approval is cancelled at once, too.
     *
     * @throws dev.assistant.failure.Failure.NotFound when there is none, or it is somebody else's
     * @throws dev.assistant.failure.Failure.Conflict when it has already finished otherwise
     */
    Cancelled requestCancel(UserId owner, JobId id, Instant now);

    /**
     * A job that was asked to stop.
     *
     * @param job as it is afterwards
     * @param epoch under which its end may be told by whoever cancelled it: that of its last worker, where that has let it go; 0
     *     where none has had it, or one has it
     */
    record Cancelled(Job job, long epoch) {}

    /** Median duration of the last finished jobs of a workflow; empty while there are too few to tell. */
    Optional<Duration> typicalDuration(String workflow);
}
