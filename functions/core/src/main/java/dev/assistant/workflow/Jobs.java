package dev.assistant.workflow;

import dev.assistant.identity.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

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

    /**
     * Median duration of the last finished jobs of a workflow: the owner's own about code of a similar size when there are three of
     * them, else everybody's of a similar size when there are five, else everybody's when there are five. Similar is from a
     * third to three times. Empty while there are too few to tell.
     *
     * @param bytes of the code; empty when that is not known
     */
    Optional<TypicalDuration> typicalDuration(UserId owner, String workflow, OptionalLong bytes);
}
