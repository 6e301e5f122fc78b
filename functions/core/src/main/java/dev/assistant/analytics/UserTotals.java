package dev.assistant.analytics;

import dev.assistant.review.Severity;
import dev.assistant.workflow.JobStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody has had done so far.
 *
 * @param jobs how many jobs there are in each state
 * @param reviews how many completed jobs looked for issues
 * @param issues how many issues completed reviews have found
 * @param averageDuration of completed jobs; empty while there are none
 * @param lastJobAt when the latest job was submitted
 */
public record UserTotals(
        Map<JobStatus, Long> jobs,
        long reviews,
        Map<Severity, Long> issues,
        long projects,
        BigDecimal costUsd,
        Optional<Duration> averageDuration,
        Optional<Instant> lastJobAt) {
    public UserTotals {
        jobs = Map.copyOf(jobs);
        issues = Map.copyOf(issues);
    }

    public long allJobs() {
        return jobs.values().stream().mapToLong(Long::longValue).sum();
    }

    public long allIssues() {
        return issues.values().stream().mapToLong(Long::longValue).sum();
    }
}
