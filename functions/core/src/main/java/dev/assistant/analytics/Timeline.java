package dev.assistant.analytics;

import java.util.List;

/**
 * Figures over a period.
 *
 * @param previous of the period before, which has as many days
 * @param buckets one for each bucket of the period
 */
public record Timeline(Period period, Figures previous, List<Figures> buckets) {
    public Timeline {
        buckets = List.copyOf(buckets);
        if (buckets.size() != period.buckets().size()) {
            throw new IllegalArgumentException("every bucket has its figures");
        }
    }

    /** Of the whole period. */
    public Figures total() {
        return buckets.stream().reduce(Figures.NONE, Figures::plus);
    }
}
