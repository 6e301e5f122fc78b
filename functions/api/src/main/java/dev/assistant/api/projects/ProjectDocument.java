package dev.assistant.api.projects;

import dev.assistant.adapters.json.QualityGateDocument;
import dev.assistant.adapters.json.QualityGateDocument.ConditionDocument;
import dev.assistant.project.Project;
import dev.assistant.project.ProjectOverview;
import dev.assistant.project.ProjectOverview.LastReview;
import dev.assistant.review.Language;
import dev.assistant.review.QualityGate;
import dev.assistant.review.Severity;
import dev.assistant.review.Verdict;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A project on the wire (SPEC section 2). Grows only by optional fields. */
record ProjectDocument(
        String id,
        String name,
        @Nullable String description,
        @Nullable String repositoryUrl,
        @Nullable String language,
        GateDocument qualityGate,
        List<String> ignoreGlobs,
        @Nullable LastReviewDocument lastReview,
        Instant createdAt,
        Instant updatedAt) {

    static ProjectDocument of(ProjectOverview overview) {
        Project project = overview.project();
        return new ProjectDocument(
                project.id().toString(),
                project.name(),
                project.description().orElse(null),
                project.repositoryUrl().orElse(null),
                project.language().map(Language::id).orElse(null),
                GateDocument.of(project.settings().gate()),
                project.settings().ignored().globs(),
                overview.lastReview().map(LastReviewDocument::of).orElse(null),
                project.createdAt(),
                project.updatedAt());
    }

    /**
     * A quality gate on the wire.
     *
     * @param isDefault whether it is the product's own; a project that has it follows it when it changes
     */
    record GateDocument(List<ConditionDocument> conditions, boolean isDefault) {
        static GateDocument of(QualityGate gate) {
            return new GateDocument(QualityGateDocument.of(gate).conditions(), gate.equals(QualityGate.DEFAULT));
        }
    }

    /** The newest review on the wire. Grows only by optional fields. */
    record LastReviewDocument(
            String jobId,
            String status,
            @Nullable String gate,
            @Nullable Map<String, Integer> issueCounts,
            Instant createdAt,
            @Nullable Instant completedAt) {
        static LastReviewDocument of(LastReview review) {
            return new LastReviewDocument(
                    review.job().toString(),
                    review.status().name().toLowerCase(Locale.ROOT),
                    review.gate().map(Verdict.Gate::id).orElse(null),
                    counts(review.issueCounts()),
                    review.createdAt(),
                    review.completedAt().orElse(null));
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
    }
}
