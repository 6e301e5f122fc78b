package dev.assistant.api.users;

import dev.assistant.analytics.UserTotals;
import dev.assistant.review.Severity;
import dev.assistant.workflow.JobStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody's totals on the wire (SPEC section 2). Grows only by optional fields. */
record StatsDocument(
        long totalJobs,
        long totalReviews,
        long totalIssues,
        long totalProjects,
        BigDecimal totalCostUsd,
        Map<String, Long> jobCounts,
        Map<String, Long> issueCounts,
        @Nullable Double averageDurationSeconds,
        @Nullable Instant lastJobAt) {
    private static final double MILLIS = 1000;

    static StatsDocument of(UserTotals totals) {
        Map<String, Long> jobs = new LinkedHashMap<>();
        for (JobStatus status : JobStatus.values()) {
            jobs.put(status.name().toLowerCase(Locale.ROOT), totals.jobs().getOrDefault(status, 0L));
        }
        Map<String, Long> issues = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            issues.put(severity.id(), totals.issues().getOrDefault(severity, 0L));
        }
        return new StatsDocument(
                totals.allJobs(),
                totals.reviews(),
                totals.allIssues(),
                totals.projects(),
                totals.costUsd(),
                jobs,
                issues,
                totals.averageDuration()
                        .map(average -> average.toMillis() / MILLIS)
                        .orElse(null),
                totals.lastJobAt().orElse(null));
    }
}
