package dev.assistant.localstack.observe.figure;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;

/**
 * One figure made of the series of a metric.
 *
 * @param by the label whose values have a figure each; empty for one over all
 * @param of the metric that a percentage is of
 */
public record Line(String metric, As as, Optional<String> by, Optional<String> of) {
    public Line {
        if ((as == As.PERCENT) != of.isPresent()) {
            throw new IllegalArgumentException("a percentage, and only that, is of another metric");
        }
    }

    /** How. */
    public enum As {
        /** The largest of all series. */
        @JsonProperty("value")
        VALUE,
        /** All series together. */
        @JsonProperty("sum")
        SUM,
        /** By how much a counter rises in a minute. */
        @JsonProperty("rate")
        RATE,
        @JsonProperty("p50")
        P50,
        @JsonProperty("p95")
        P95,
        @JsonProperty("p99")
        P99,
        /** By how much a counter rises, of that by which another rises. */
        @JsonProperty("percent")
        PERCENT;

        /** Whether it is a quantile, and which: 0 to 1. */
        public Optional<Double> quantile() {
            return switch (this) {
                case P50 -> Optional.of(0.5);
                case P95 -> Optional.of(0.95);
                case P99 -> Optional.of(0.99);
                case VALUE, SUM, RATE, PERCENT -> Optional.empty();
            };
        }
    }

    /** The same in Prometheus' language. */
    public String promQl() {
        String over = by.map(label -> " by (" + label + ") ").orElse("");
        return switch (as) {
            case VALUE -> "max%s(%s)".formatted(over, metric);
            case SUM -> "sum%s(%s)".formatted(over, metric);
            case RATE -> "60 * sum%s(rate(%s[1m]))".formatted(over, metric);
            case P50, P95, P99 ->
                "histogram_quantile(%s, sum by (%sle) (rate(%s_bucket[5m])))"
                        .formatted(
                                as.quantile().orElseThrow(),
                                by.map(label -> label + ", ").orElse(""),
                                metric);
            case PERCENT -> "100 * sum(rate(%s[5m])) / sum(rate(%s[5m]))".formatted(metric, of.orElseThrow());
        };
    }

    /** What its curve is called when it has no label. */
    String label() {
        return as.quantile().isPresent() ? as.name().toLowerCase(Locale.ROOT) : metric;
    }
}
