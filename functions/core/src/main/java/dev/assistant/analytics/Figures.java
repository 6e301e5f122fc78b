package dev.assistant.analytics;

import dev.assistant.review.Severity;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What happened in some time. Reviews count when they were submitted, decisions when they were made.
 *
 * @param submitted all executions, also those that have not ended
 * @param issues of completed reviews, without those dismissed before
 * @param fixed issues that were gone compared with a baseline
 * @param dismissed decisions that an issue is none
 * @param busy the time that completed executions took
 */
public record Figures(
        long submitted,
        long completed,
        long failed,
        long cancelled,
        Map<Severity, Long> issues,
        long fixed,
        long dismissed,
        long gatePassed,
        long gateFailed,
        long gateIncomplete,
        Duration busy,
        long inputTokens,
        long outputTokens,
        BigDecimal costUsd) {
    public static final Figures NONE =
            new Figures(0, 0, 0, 0, Map.of(), 0, 0, 0, 0, 0, Duration.ZERO, 0, 0, BigDecimal.ZERO);

    public Figures {
        issues = Map.copyOf(issues);
    }

    public Figures plus(Figures other) {
        Map<Severity, Long> sums = new EnumMap<>(Severity.class);
        sums.putAll(issues);
        other.issues.forEach((severity, count) -> sums.merge(severity, count, Long::sum));
        return new Figures(
                submitted + other.submitted,
                completed + other.completed,
                failed + other.failed,
                cancelled + other.cancelled,
                sums,
                fixed + other.fixed,
                dismissed + other.dismissed,
                gatePassed + other.gatePassed,
                gateFailed + other.gateFailed,
                gateIncomplete + other.gateIncomplete,
                busy.plus(other.busy),
                inputTokens + other.inputTokens,
                outputTokens + other.outputTokens,
                costUsd.add(other.costUsd));
    }

    public long allIssues() {
        return issues.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What a completed execution took on average; empty when there is none. */
    public Optional<Duration> meanDuration() {
        return completed == 0 ? Optional.empty() : Optional.of(busy.dividedBy(completed));
    }

    /** The part of all verdicts that passed, 0 to 1; empty when there is none. */
    public Optional<Double> gatePassRate() {
        long all = gatePassed + gateFailed + gateIncomplete;
        return all == 0 ? Optional.empty() : Optional.of((double) gatePassed / all);
    }
}
