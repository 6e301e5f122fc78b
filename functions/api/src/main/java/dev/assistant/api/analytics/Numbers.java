package dev.assistant.api.analytics;

import java.time.Duration;

/** Numbers as figures show them. */
final class Numbers {
    private static final double MILLIS = 1000;
    private static final double FOUR_DIGITS = 10_000;

    private Numbers() {}

    static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS;
    }

    /** A part of a whole, 0 to 1, with four digits. */
    static double share(double share) {
        return Math.round(share * FOUR_DIGITS) / FOUR_DIGITS;
    }
}
