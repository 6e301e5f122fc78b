package dev.assistant.api.analytics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.assistant.analytics.Figures;
import dev.assistant.analytics.Period.Bucket;
import dev.assistant.analytics.Timeline;
import dev.assistant.review.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The dashboard's figures on the wire. Grows only by optional fields. */
record OverviewDocument(
        @JsonUnwrapped PeriodDocument period,
        FiguresDocument total,
        FiguresDocument previous,
        List<BucketDocument> buckets,
        List<ShareDocument> topRules,
        List<ShareDocument> topCwes,
        List<ShareDocument> languages) {

    static List<BucketDocument> buckets(Timeline timeline) {
        return IntStream.range(0, timeline.buckets().size())
                .mapToObj(n -> BucketDocument.of(
                        timeline.period().buckets().get(n), timeline.buckets().get(n)))
                .toList();
    }

    /** A bucket on the wire: its days, both included, and its figures. */
    record BucketDocument(
            LocalDate from, LocalDate to, @JsonUnwrapped FiguresDocument figures) {
        static BucketDocument of(Bucket bucket, Figures figures) {
            return new BucketDocument(bucket.first(), bucket.last(), FiguresDocument.of(figures));
        }
    }

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
