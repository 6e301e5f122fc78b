package dev.assistant.adapters.json;

import dev.assistant.review.FinishedReview;
import dev.assistant.workflow.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answer to a request for results. Grows only by optional fields. */
record ResultsDocument(
        String jobId,
        String status,
        String workflow,
        @Nullable Double durationSeconds,
        String analysisMode,
        VerdictDocument verdict,
        CoverageDocument coverage,
        ReportDocument.FindingsDocument results,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable UUID baselineJobId) {

    static ResultsDocument of(FinishedReview review) {
        Job job = review.job();
        ReportDocument report = ReportDocument.of(review.report());
        return new ResultsDocument(
                job.id().toString(),
                job.status().name().toLowerCase(Locale.ROOT),
                job.workflow(),
                duration(job),
                report.analysisMode(),
                report.verdict(),
                report.coverage(),
                report.results(),
                job.createdAt(),
                job.startedAt().orElse(null),
                job.completedAt().orElse(null),
                report.baselineJobId());
    }

    private static @Nullable Double duration(Job job) {
        Instant started = job.startedAt().orElse(job.createdAt());
        return job.completedAt()
                .map(completed -> Seconds.of(Duration.between(started, completed)))
                .orElse(null);
    }
}
