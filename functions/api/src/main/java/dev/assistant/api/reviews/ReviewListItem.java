package dev.assistant.api.reviews;

import dev.assistant.review.Language;
import dev.assistant.review.ReviewSummary;
import dev.assistant.review.Scores;
import dev.assistant.review.Severity;
import dev.assistant.review.Verdict;
import dev.assistant.workflow.AboutFinding;
import dev.assistant.workflow.Job;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A review in a list, on the wire (SPEC section 2). Grows only by optional fields. */
public record ReviewListItem(
        String jobId,
        String workflow,
        String status,
        @Nullable String language,
        String filePath,
        int fileCount,
        @Nullable String projectId,
        @Nullable Map<String, Integer> issueCounts,
        @Nullable Metrics metrics,
        @Nullable String gate,
        BigDecimal costUsd,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable String question,
        @Nullable About about,
        @Nullable String repositoryUrl) {

    public static ReviewListItem of(ReviewSummary summary) {
        Job job = summary.job();
        return new ReviewListItem(
                job.id().toString(),
                job.workflow(),
                job.status().name().toLowerCase(Locale.ROOT),
                summary.language().map(Language::id).orElse(null),
                summary.filePath(),
                summary.fileCount(),
                job.project().map(Object::toString).orElse(null),
                counts(summary.issueCounts()),
                summary.scores().map(Metrics::of).orElse(null),
                summary.gate().map(Verdict.Gate::id).orElse(null),
                summary.costUsd(),
                job.createdAt(),
                job.startedAt().orElse(null),
                job.completedAt().orElse(null),
                summary.question().orElse(null),
                summary.about().map(About::of).orElse(null),
                summary.repositoryUrl().orElse(null));
    }

    /** Null while nothing is known: no issue yet is not the same as no issue. */
    private static @Nullable Map<String, Integer> counts(Map<Severity, Integer> counts) {
        if (counts.isEmpty()) {
            return null;
        }
        Map<String, Integer> named = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            named.put(severity.id(), counts.getOrDefault(severity, 0));
        }
        return named;
    }

    /** The finding that a question is about, on the wire. */
    public record About(String jobId, String issueId) {
        static About of(AboutFinding about) {
            return new About(about.job().toString(), about.finding());
        }
    }

    /** Scores on the wire. Grows only by optional fields. */
    public record Metrics(int codeQuality, int securityScore, int performanceScore, int maintainabilityScore) {
        static Metrics of(Scores scores) {
            return new Metrics(scores.codeQuality(), scores.security(), scores.performance(), scores.maintainability());
        }
    }
}
