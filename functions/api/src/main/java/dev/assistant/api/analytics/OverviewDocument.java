package dev.assistant.api.analytics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.assistant.analytics.Figures;
import dev.assistant.review.Severity;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The dashboard's figures on the wire. Grows only by optional fields. */
record OverviewDocument(
        @JsonUnwrapped PeriodDocument period,
        FiguresDocument total,
        FiguresDocument previous,
        List<BucketDocument<FiguresDocument>> buckets,
        List<RuleShareDocument> topRules,
        List<ShareDocument> topCwes,
        List<ShareDocument> languages) {

    /** How often a rule reported, on the wire; its title is null when the catalogue has none. */
    record RuleShareDocument(
            @JsonUnwrapped ShareDocument share, @Nullable String title) {}

    /** Figures on the wire. Grows only by optional fields. */
    record FiguresDocument(
            long submitted,
            long completed,
            long failed,
            long cancelled,
            long issues,
            Map<String, Long> issueCounts,
            long fixed,
            long dismissed,
            GateDocument gate,
            @Nullable Double meanDurationSeconds,
            BigDecimal costUsd) {
        static FiguresDocument of(Figures figures) {
            Map<String, Long> counts = new LinkedHashMap<>();
            for (Severity severity : Severity.values()) {
                counts.put(severity.id(), figures.issues().getOrDefault(severity, 0L));
            }
            return new FiguresDocument(
                    figures.submitted(),
                    figures.completed(),
                    figures.failed(),
                    figures.cancelled(),
                    figures.allIssues(),
                    counts,
                    figures.fixed(),
                    figures.dismissed(),
                    GateDocument.of(figures),
                    figures.meanDuration().map(Numbers::seconds).orElse(null),
                    figures.costUsd());
        }
    }

    /** Verdicts on the wire. */
    record GateDocument(
            long passed,
            long failed,
            long incomplete,
            @Nullable Double passRate) {
        static GateDocument of(Figures figures) {
            return new GateDocument(
                    figures.gatePassed(),
                    figures.gateFailed(),
                    figures.gateIncomplete(),
                    figures.gatePassRate().map(Numbers::share).orElse(null));
        }
    }
}
