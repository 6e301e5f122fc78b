package dev.assistant.analytics;

import java.util.Optional;

/**
 * A part of what completed reviews found, such as one rule's.
 *
 * @param reviews in which it occurs
 * @param dismissed how many of its findings were dismissed when their review completed
 */
public record Share(String name, long reviews, long findings, long dismissed) {

    /** Empty when there are no findings. */
    public Optional<Double> dismissedShare() {
        return findings == 0 ? Optional.empty() : Optional.of((double) dismissed / findings);
    }
}
