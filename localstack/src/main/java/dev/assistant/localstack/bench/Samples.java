package dev.assistant.localstack.bench;

import java.util.List;
import java.util.Locale;

/** Durations of repeated runs, in milliseconds, ascending; at least one. */
record Samples(List<Double> sorted) {
    Samples {
        sorted = sorted.stream().sorted().toList();
    }

    /** The value that this share of the runs stayed below; nearest rank. */
    double quantile(double share) {
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }

    double median() {
        return quantile(0.5);
    }

    String spread() {
        return String.format(
                Locale.ROOT,
                "median %.0f ms (%.0f to %.0f, n=%d)",
                median(),
                sorted.getFirst(),
                sorted.getLast(),
                sorted.size());
    }

    String percentiles() {
        return String.format(Locale.ROOT, "p50 %.1f ms, p95 %.1f ms (n=%d)", median(), quantile(0.95), sorted.size());
    }
}
