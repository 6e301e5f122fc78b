package dev.assistant.bench.scale;

import dev.assistant.workflow.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Seconds, and what is said of many of them. */
final class Figures {
    private Figures() {}

    static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }

    /** How long a job was queued. */
    static double wait(Job job) {
        return seconds(job.createdAt(), job.startedAt().orElseThrow());
    }

    /** How long a job ran. */
    static double duration(Job job) {
        return seconds(job.startedAt().orElseThrow(), job.completedAt().orElseThrow());
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((sorted.size() - 1) / 2);
    }

    static double longest(List<Double> values) {
        return values.stream().max(Double::compare).orElseThrow();
    }

    static String list(List<Double> values) {
        return values.stream()
                .map(value -> String.format(Locale.ROOT, "%.2f", value))
                .collect(Collectors.joining(", "));
    }
}
