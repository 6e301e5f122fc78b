package dev.assistant.workflow;

import dev.assistant.idempotency.IdempotencyKey;
import dev.assistant.identity.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Jobs that go on from others, which ended with something missing. Every call names the owner. Thread-safe. */
public interface Retries {
    /**
     * Stores a job (queued) with what another one was asked for, its code, and what it has of it, and its outbox entry, in one
     * transaction.
     *
     * @param of the job to go on from; it has ended
     * @param turns of that which need not be taken again
     * @param key when present and already used by this owner for the same retry, nothing is stored
     * @return the job that stands for the retry now: the new one, or the one made first under the key
     * @throws dev.assistant.failure.Failure.NotFound when there is no such job, or it is somebody else's
     * @throws dev.assistant.failure.Failure.Conflict when its code is gone, or the key was used for another request
     * @throws dev.assistant.failure.Failure.LimitReached when the owner's quota is used up, or too many of their jobs are queued
     */
    JobId add(JobId retry, UserId owner, JobId of, List<Turn> turns, Optional<IdempotencyKey> key, Instant now);

    /** The job that this one goes on from; empty when it began anew, is somebody else's, or that one was deleted. */
    Optional<JobId> retryOf(UserId owner, JobId job);
}
