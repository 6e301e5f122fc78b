package dev.assistant.workflow;

import dev.assistant.failure.Failure;
import dev.assistant.failure.UsedUp;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** How many jobs of one person may be queued at once: beyond, the queue would only be a slower way to say no. */
public final class Admission {
    /** The most; a person's further submissions are refused until a worker has taken one of these. */
    public static final int MOST_QUEUED = 1_000;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private Admission() {}

    /**
     * Lets one more job pass.
     *
     * @param queued how many jobs of this person no worker has taken yet
     * @throws Failure.LimitReached when there are enough
     */
    public static void requireRoomForOne(int queued, Instant now) {
        if (queued < MOST_QUEUED) {
            return;
        }
        throw new Failure.LimitReached(
                "%,d of your jobs wait to be run, which is as many as may. Wait until some have, or cancel what you no longer need."
                        .formatted(queued),
                RETRY_AFTER,
                new UsedUp(
                        "queued_jobs",
                        BigDecimal.valueOf(MOST_QUEUED),
                        BigDecimal.valueOf(queued),
                        BigDecimal.ZERO,
                        now.plus(RETRY_AFTER)));
    }
}
