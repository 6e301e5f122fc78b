package dev.assistant.adapters.metrics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Tells CloudWatch which fields of a JSON log line are metrics (embedded metric format); the line's field {@code _aws}. Each
 * metric and value of a dimension costs, so dimensions have few values and never name a person or a job.
 */
public record EmbeddedMetrics(
        @JsonProperty("Timestamp") long timestamp,
        @JsonProperty("CloudWatchMetrics") List<Directive> directives) {
    /** Under which all of the product's own metrics are found. */
    public static final String NAMESPACE = "DevelopmentAssistant";

    /** What is measured, in which unit of CloudWatch's, such as {@code Count} or {@code Seconds}. */
    public record Metric(
            @JsonProperty("Name") String name,
            @JsonProperty("Unit") String unit) {}

    /** Metrics under each of the sets of dimensions. */
    public record Directive(
            @JsonProperty("Namespace") String namespace,
            @JsonProperty("Dimensions") List<List<String>> dimensions,
            @JsonProperty("Metrics") List<Metric> metrics) {}

    /** Metrics over everything. */
    public static EmbeddedMetrics of(Instant time, Metric... metrics) {
        return new EmbeddedMetrics(
                time.toEpochMilli(), List.of(new Directive(NAMESPACE, List.of(List.of()), Arrays.asList(metrics))));
    }

    /** Metrics over everything, and apart for each value of the line's field. */
    public static EmbeddedMetrics by(String dimension, Instant time, Metric... metrics) {
        return new EmbeddedMetrics(
                time.toEpochMilli(),
                List.of(new Directive(NAMESPACE, List.of(List.of(), List.of(dimension)), Arrays.asList(metrics))));
    }
}
