package dev.assistant.adapters.json;

import java.time.Duration;

/** Durations on the wire: seconds with three decimals. */
final class Seconds {
    private Seconds() {}

    static double of(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    static Duration toDuration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
