package dev.assistant.workflow;

import dev.assistant.identity.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One run of a workflow.
 *
 * @param progress 0 to 100
 * @param step what the job does now, such as {@code analyzing}
 * @param error why it failed, in words for its owner
 */
public record Job(
        JobId id,
        UserId owner,
        Optional<UUID> project,
        String workflow,
        JobStatus status,
        int progress,
        String step,
        Optional<String> error,
        boolean cancelRequested,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> completedAt) {}
