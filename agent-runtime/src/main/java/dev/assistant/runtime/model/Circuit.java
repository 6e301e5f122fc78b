package dev.assistant.runtime.model;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Keeps a model that fails again and again from being asked for a while; then one call tries whether it is back. Thread-safe.
 *
 * @see <a href="https://pragprog.com/titles/mnee2/release-it-second-edition/">Nygard, Release It!, "Circuit Breaker"</a>
 */
final class Circuit {
    private static final int FAILURES = 5;
    private static final Duration REST = Duration.ofSeconds(30);

    private final InstantSource clock;
    private int failures;
    private Instant restsUntil = Instant.MIN;

    Circuit(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether the model may be asked now. After a rest, only the first who asks may. */
    synchronized boolean lets() {
        if (failures < FAILURES) {
            return true;
        }
        Instant now = clock.instant();
        if (now.isBefore(restsUntil)) {
            return false;
        }
        restsUntil = now.plus(REST);
        return true;
    }

    /** @return whether it is back after a rest */
    synchronized boolean answered() {
        boolean isBack = failures >= FAILURES;
        failures = 0;
        return isBack;
    }

    /** @return whether this begins its rest; a failure after a rest only goes on with it */
    synchronized boolean failed() {
        failures++;
        if (failures >= FAILURES) {
            restsUntil = clock.instant().plus(REST);
        }
        return failures == FAILURES;
    }
}
