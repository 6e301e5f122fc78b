package dev.assistant.review;

import dev.assistant.review.ReviewReport.Baseline;
import dev.assistant.workflow.JobId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares a review with an earlier one, finding by finding, by their fingerprints.
 *
 * @param baseline the earlier review
 * @param before what it reported, also what was dismissed
 */
public record Comparison(JobId baseline, List<Finding> before) {
    public Comparison {
        before = List.copyOf(before);
    }

    /** The findings, each with its change. */
    List<Finding> changes(List<Finding> now) {
        Map<String, Severity> severities = new HashMap<>();
        before.forEach(finding -> severities.put(finding.fingerprint(), finding.severity()));
        return now.stream()
                .map(finding -> finding.with(change(finding, severities)))
                .toList();
    }

    private static Change change(Finding finding, Map<String, Severity> before) {
        Severity earlier = before.get(finding.fingerprint());
        if (earlier == null) {
            return Change.NEW;
        }
        return finding.severity().isWorseThan(earlier) ? Change.WORSENED : Change.UNCHANGED;
    }

    /**
     * What is not there any more. A finding in a file that was not wholly read this time, or outside the areas asked for, may
     * still be there, so it is not said to be gone.
     */
    Baseline gone(ReviewRequest request, List<Finding> now, List<FileOutcome> outcomes) {
        Set<String> here = new HashSet<>(TriageMemory.fingerprints(now));
        Set<String> unread = new HashSet<>();
        outcomes.stream()
                .filter(outcome -> outcome.status() != FileCoverage.Status.REVIEWED)
                .forEach(outcome -> unread.add(outcome.file().path()));
        return new Baseline(
                baseline,
                before.stream()
                        .filter(finding -> !here.contains(finding.fingerprint()))
                        .filter(finding -> !unread.contains(finding.path()) && request.wants(finding.category()))
                        .sorted(Finding.REPORT_ORDER)
                        .toList());
    }
}
