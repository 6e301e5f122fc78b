package dev.assistant.adapters.json;

import dev.assistant.review.ReviewReport;
import dev.assistant.review.Scores;
import dev.assistant.review.Severity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Scores and counts on the wire. Grows only by optional fields. */
record MetricsDocument(
        int codeQuality,
        int securityScore,
        int performanceScore,
        int maintainabilityScore,
        Map<String, Integer> issueCounts) {

    static MetricsDocument of(ReviewReport report) {
        Scores scores = report.scores();
        Map<String, Integer> counts = new LinkedHashMap<>();
        ReviewReport.counts(report.findings()).forEach((severity, count) -> counts.put(severity.id(), count));
        return new MetricsDocument(
                scores.codeQuality(), scores.security(), scores.performance(), scores.maintainability(), counts);
    }

    Scores toScores() {
        return new Scores(codeQuality, securityScore, performanceScore, maintainabilityScore);
    }

    Map<Severity, Integer> toCounts() {
        return issueCounts.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> WireNames.constant(Severity.class, entry.getKey()), Map.Entry::getValue));
    }
}
