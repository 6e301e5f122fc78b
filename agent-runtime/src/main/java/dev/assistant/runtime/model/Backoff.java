package dev.assistant.runtime.model;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before a model is asked again: what its provider says, else twice as long each time, less a random part, so
 * that callers who failed together do not come back together.
 *
 * @param random 0 to 1
 */
record Backoff(DoubleSupplier random) {
    /** Tries of one model in one call. */
    static final int TRIES = 3;

    private static final Duration FIRST = Duration.ofMillis(500);

    /**
     * The wait after a failure; empty when it would be too long.
     *
     * @param tries how often the model was asked, from 1
     * @param longest how long it is worth waiting
     */
    Optional<Duration> after(int tries, Optional<Duration> retryAfter, Duration longest) {
        long doubled = FIRST.toMillis() << (tries - 1);
        Duration wait =
                retryAfter.orElse(Duration.ofMillis(doubled / 2 + (long) (doubled / 2.0 * random.getAsDouble())));
        return wait.compareTo(longest) > 0 ? Optional.empty() : Optional.of(wait);
    }
}
