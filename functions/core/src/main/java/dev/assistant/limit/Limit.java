package dev.assistant.limit;

import java.time.Duration;

/**
 * At most so many takes within a sliding window.
 *
 * @param max takes allowed in any window, at least 1
 * @param window length of the window, at least a second
 */
public record Limit(int max, Duration window) {
    public Limit {
        if (max < 1 || window.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("a limit needs at least one take in at least a second");
        }
    }
}
