package dev.assistant.progress;

import dev.assistant.identity.UserId;
import dev.assistant.workflow.JobId;
import java.time.Duration;
import java.time.Instant;

/**
 * Somebody watching a job.
 *
 * @param lastSeq the last event that the client already has; 0 for none
 * @param expiresAt when the record may be forgotten though nobody said goodbye
 */
public record Connection(ConnectionId id, JobId job, UserId user, long lastSeq, Instant expiresAt) {
    /** The gateway ends a socket after two hours (API Gateway quotas). */
    public static final Duration LONGEST = Duration.ofHours(2);
}
