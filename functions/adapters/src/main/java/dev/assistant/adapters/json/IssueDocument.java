package dev.assistant.adapters.json;

import dev.assistant.review.Category;
import dev.assistant.review.Change;
import dev.assistant.review.Disagreement;
import dev.assistant.review.Finding;
import dev.assistant.review.Fix;
import dev.assistant.review.RelatedLocation;
import dev.assistant.review.Severity;
import dev.assistant.review.Shelf;
import dev.assistant.review.TextRange;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A finding on the wire. Grows only by optional fields. */
record IssueDocument(
        String id,
        String severity,
        String category,
        String filePath,
        @Nullable Integer line,
        @Nullable Integer endLine,
        @Nullable Integer column,
        @Nullable Integer endColumn,
        String message,
        @Nullable String suggestion,
        @Nullable FixDocument fix,
        String ruleId,
        List<String> cwe,
        double confidence,
        List<String> sources,
        String fingerprint,
        String shelf,
        String quote,
        List<RelatedDocument> related,
        @Nullable TriageDocument triage,
        @Nullable String change,
        @Nullable List<DisagreementDocument> disagreements) {

    static IssueDocument of(Finding finding) {
        Optional<TextRange> range = finding.range();
        return new IssueDocument(
                finding.id(),
                finding.severity().id(),
                finding.category().id(),
                finding.path(),
                range.map(TextRange::startLine).orElse(null),
                range.map(TextRange::endLine).orElse(null),
                range.map(TextRange::startColumn).orElse(null),
                range.map(TextRange::endColumn).orElse(null),
                finding.message(),
                finding.suggestion().orElse(null),
                finding.fix().map(FixDocument::of).orElse(null),
                finding.ruleId(),
                finding.cwe(),
                finding.confidence(),
                finding.sources(),
                finding.fingerprint(),
                finding.shelf().id(),
                finding.quote(),
                finding.related().stream().map(RelatedDocument::of).toList(),
                TriageDocument.of(finding.triage()),
                finding.change().map(Change::id).orElse(null),
                finding.disagreements().stream().map(DisagreementDocument::of).toList());
    }

    Finding toFinding() {
        return new Finding(
                id,
                WireNames.constant(Severity.class, severity),
                WireNames.constant(Category.class, category),
                filePath,
                range(),
                message,
                Optional.ofNullable(suggestion),
                Optional.ofNullable(fix).map(FixDocument::toFix),
                ruleId,
                cwe,
                confidence,
                sources,
                fingerprint,
                WireNames.constant(Shelf.class, shelf),
                quote,
                related.stream().map(RelatedDocument::toLocation).toList(),
                Optional.ofNullable(triage).flatMap(TriageDocument::toTriage),
                Optional.ofNullable(change).map(name -> WireNames.constant(Change.class, name)),
                disagreements == null
                        ? List.of()
                        : disagreements.stream()
                                .map(DisagreementDocument::toDisagreement)
                                .toList());
    }

    private Optional<TextRange> range() {
        if (line == null || column == null || endLine == null || endColumn == null) {
            return Optional.empty();
        }
        return Optional.of(new TextRange(line, column, endLine, endColumn));
    }

    /** A fix on the wire. */
    record FixDocument(String description, String replacement, int line, int column, int endLine, int endColumn) {
        static FixDocument of(Fix fix) {
            TextRange range = fix.range();
            return new FixDocument(
                    fix.description(),
                    fix.replacement(),
                    range.startLine(),
                    range.startColumn(),
                    range.endLine(),
                    range.endColumn());
        }

        Fix toFix() {
            return new Fix(description, new TextRange(line, column, endLine, endColumn), replacement);
        }
    }

    /** A place that explains a finding, on the wire. */
    record RelatedDocument(String filePath, int line, int column, int endLine, int endColumn, String message) {
        static RelatedDocument of(RelatedLocation location) {
            TextRange range = location.range();
            return new RelatedDocument(
                    location.path(),
                    range.startLine(),
                    range.startColumn(),
                    range.endLine(),
                    range.endColumn(),
                    location.message());
        }

        RelatedLocation toLocation() {
            return new RelatedLocation(filePath, new TextRange(line, column, endLine, endColumn), message);
        }
    }

    /** What an agent holds against a finding, on the wire. */
    record DisagreementDocument(
            String agent, String reason, @Nullable String severity) {
        static DisagreementDocument of(Disagreement disagreement) {
            return new DisagreementDocument(
                    disagreement.agent(),
                    disagreement.reason(),
                    disagreement.severity().map(Severity::id).orElse(null));
        }

        Disagreement toDisagreement() {
            return new Disagreement(
                    agent, reason, Optional.ofNullable(severity).map(name -> WireNames.constant(Severity.class, name)));
        }
    }
}
