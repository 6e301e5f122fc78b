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
     * @return the job afterwards
     * @throws dev.assistant.failure.Failure.NotFound when there is none, or it is somebody else's
     * @throws dev.assistant.failure.Failure.Conflict when it has already finished otherwise
     */
    Job requestCancel(UserId owner, JobId id, Instant now);

    /** Median duration of the last finished jobs of a workflow; empty while there are too few to tell. */
    Optional<Duration> typicalDuration(String workflow);
}
