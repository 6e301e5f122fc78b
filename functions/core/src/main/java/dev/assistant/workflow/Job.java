package dev.assistant.workflow;

import dev.assistant.identity.UserId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One run of a workflow.
 *
 * @param produces what comes of it
 * @param progress 0 to 100
 * @param step what the job does now, such as {@code analyzing}
 * @param error why it failed, in words for its owner
 */
public record Job(
        JobId id,
        UserId owner,
        Optional<UUID> project,
        String workflow,
        Produces produces,
        JobStatus status,
        int progress,
        String step,
        Optional<String> error,
        boolean cancelRequested,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> completedAt) {
    /** The same job after it ended: completed ones have come all the way. */
    public Job ended(JobStatus end, Optional<String> why, Instant at) {
        int came = end == JobStatus.COMPLETED ? 100 : progress;
        String last = end.name().toLowerCase(Locale.ROOT);
        return new Job(
                id,
                owner,
                project,
                workflow,
                produces,
                end,
                came,
                last,
                why,
                cancelRequested,
                createdAt,
                startedAt,
                Optional.of(at));
    }
}
