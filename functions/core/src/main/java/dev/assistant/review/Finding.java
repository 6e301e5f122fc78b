package dev.assistant.review;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One problem in the submitted code, after merging what several sources said about it. The API calls it an issue.
 *
 * @param id unique within the job and the same however often the job is resumed
 * @param range where it is; empty for a finding about the whole file, or one whose quote could not be located
 * @param suggestion how to fix it, in words
 * @param ruleId the rule of the most confident source
 * @param confidence how likely it is right, 0 to 1
 * @param sources agents and analysers that reported it, at least one
 * @param fingerprint its identity across reviews: unchanged by moved lines and white space
 * @param quote the lines it is about, as submitted, with secrets masked
 * @param triage what a person decided about it; empty when it is open
 * @param change against the baseline; empty when the review has none
 * @param disagreements what agents hold against it
 */
public record Finding(
        String id,
        Severity severity,
        Category category,
        String path,
        Optional<TextRange> range,
        String message,
        Optional<String> suggestion,
        Optional<Fix> fix,
        String ruleId,
        List<String> cwe,
        double confidence,
        List<String> sources,
        String fingerprint,
        Shelf shelf,
        String quote,
        List<RelatedLocation> related,
        Optional<Triage> triage,
        Optional<Change> change,
        List<Disagreement> disagreements) {
    /** How much of the fingerprint is the id: enough to be unique within a job. */
    static final int ID_LENGTH = 16;

    /** The order of a report: worst first, then by place. */
    static final Comparator<Finding> REPORT_ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::path)
            .thenComparing(finding -> finding.range().orElse(new TextRange(1, 1, 1, 1)))
            .thenComparing(Finding::ruleId)
            .thenComparing(Finding::id);

    public Finding {
        cwe = List.copyOf(cwe);
        sources = List.copyOf(sources);
        related = List.copyOf(related);
        disagreements = List.copyOf(disagreements);
        if (confidence < 0 || confidence > 1) {
            throw new IllegalArgumentException("confidence must be 0 to 1, was " + confidence);
        }
    }

    /** A finding as analysis leaves it: open, and compared with nothing. */
    public Finding(
            String id,
            Severity severity,
            Category category,
            String path,
            Optional<TextRange> range,
            String message,
            Optional<String> suggestion,
            Optional<Fix> fix,
            String ruleId,
            List<String> cwe,
            double confidence,
            List<String> sources,
            String fingerprint,
            Shelf shelf,
            String quote,
            List<RelatedLocation> related) {
        this(
                id,
                severity,
                category,
                path,
                range,
                message,
                suggestion,
                fix,
                ruleId,
                cwe,
                confidence,
                sources,
                fingerprint,
                shelf,
                quote,
                related,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** The same with another decision; empty opens it. */
    public Finding with(Optional<Triage> decided) {
        return copy(sources, decided, change, disagreements);
    }

    /** The same, compared with a baseline. */
    public Finding with(Change compared) {
        return copy(sources, triage, Optional.of(compared), disagreements);
    }

    /** The same with everybody who reported it, its own sources among them, and what agents hold against it. */
    Finding heard(List<String> everybody, List<Disagreement> against) {
        return copy(everybody, triage, change, against);
    }

    /** Whether it counts: in numbers, scores and the gate. */
    public boolean isCounted() {
        return triage.isEmpty() || !triage.get().isDismissal();
    }

    private Finding copy(
            List<String> reporters, Optional<Triage> decided, Optional<Change> compared, List<Disagreement> against) {
        return new Finding(
                id,
                severity,
                category,
                path,
                range,
                message,
                suggestion,
                fix,
                ruleId,
                cwe,
                confidence,
                reporters,
                fingerprint,
                shelf,
                quote,
                related,
                decided,
                compared,
                against);
    }
}
