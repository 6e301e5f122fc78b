package dev.assistant.workflow;

import java.time.Duration;
import java.time.Instant;

/**
 * A worker's right to run a job until a moment, unless renewed.
 *
 * @param epoch rises with each claim; a write under an older epoch is refused, so a worker that slept cannot overwrite its
 *     successor (fencing)
 * @param attempt how often the job was claimed, this one included, from 1
 */
public record Lease(JobId job, long epoch, int attempt, Instant until) {
    /** How long a worker that stopped answering keeps its job. Also the queue's visibility time-out. */
    public static final Duration LENGTH = Duration.ofSeconds(30);

    /** How often a worker renews. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(10);
}
