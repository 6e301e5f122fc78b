package dev.assistant.localstack.observe.figure;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/** Quantiles of histograms, as Prometheus estimates them: evenly spread within a bucket ({@code histogram_quantile}). */
final class Quantile {
    private Quantile() {}

    /**
     * Estimates one.
     *
     * @param counts how many were at most so large, by that bound; the last bound is infinite
     * @param quantile 0 to 1
     * @return empty when nothing was counted
     */
    static Optional<Double> of(NavigableMap<Double, Double> counts, double quantile) {
        double all = counts.isEmpty() ? 0 : counts.lastEntry().getValue();
        if (all <= 0) {
            return Optional.empty();
        }
        double rank = quantile * all;
        double lowerBound = 0;
        double lowerCount = 0;
        for (Map.Entry<Double, Double> bucket : counts.entrySet()) {
            if (bucket.getValue() >= rank) {
                double width = bucket.getKey() - lowerBound;
                double inside = bucket.getValue() - lowerCount;
                return Optional.of(
                        Double.isInfinite(bucket.getKey()) || inside <= 0
                                ? lowerBound
                                : lowerBound + width * (rank - lowerCount) / inside);
            }
            lowerBound = bucket.getKey();
            lowerCount = bucket.getValue();
        }
        return Optional.of(lowerBound);
    }
}
