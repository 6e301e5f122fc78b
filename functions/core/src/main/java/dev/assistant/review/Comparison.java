package dev.assistant.review;

import dev.assistant.review.ReviewReport.Baseline;
import dev.assistant.workflow.JobId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares a review with an earlier one, finding by finding, by their fingerprints; in files that have another path now, by the
 * code that they are about.
 *
 * @param baseline the earlier review
 * @param before what it reported, also what was dismissed
 * @param pathsBefore every file that was submitted then
 */
public record Comparison(JobId baseline, List<Finding> before, Set<String> pathsBefore) {
    public Comparison {
        before = List.copyOf(before);
        pathsBefore = Set.copyOf(pathsBefore);
    }

    /** The comparison with a report. */
    public Comparison(JobId baseline, ReviewReport report) {
        this(
                baseline,
                report.findings(),
                report.coverage().files().stream().map(FileCoverage::path).collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * What has become of everything.
     *
     * @param findings those of now, each with its change
     * @param baseline what is gone
     */
    record Compared(List<Finding> findings, Baseline baseline) {}

    /**
     * Compares.
     *
     * @param now the findings that are shown
     * @param outcomes every file that is submitted now
     */
    Compared with(ReviewRequest request, List<Finding> now, List<FileOutcome> outcomes) {
        Map<String, Finding> earlier = earlier(now, outcomes);
        return new Compared(
                now.stream()
                        .map(finding ->
                                finding.with(change(finding, Optional.ofNullable(earlier.get(finding.fingerprint())))))
                        .toList(),
                new Baseline(baseline, gone(request, earlier, outcomes)));
    }

    /** What findings of now were before, by their fingerprints now. */
    private Map<String, Finding> earlier(List<Finding> now, List<FileOutcome> outcomes) {
        Map<String, Finding> known = before.stream()
                .collect(Collectors.toMap(Finding::fingerprint, Function.identity(), (one, other) -> one));
        Map<String, Finding> earlier = new HashMap<>();
        now.forEach(finding -> Optional.ofNullable(known.get(finding.fingerprint()))
                .ifPresent(same -> earlier.put(finding.fingerprint(), same)));
        Set<String> pathsNow =
                outcomes.stream().map(outcome -> outcome.file().path()).collect(Collectors.toUnmodifiableSet());
        earlier.putAll(Renames.of(
                before.stream()
                        .filter(finding -> !pathsNow.contains(finding.path()))
                        .toList(),
                now.stream()
                        .filter(finding -> !pathsBefore.contains(finding.path()))
                        .toList()));
        return earlier;
    }

    private static Change change(Finding finding, Optional<Finding> earlier) {
        return earlier.map(was -> finding.severity().isWorseThan(was.severity()) ? Change.WORSENED : Change.UNCHANGED)
                .orElse(Change.NEW);
    }

    /**
     * What is not there any more. A finding in a file that was not wholly read this time, or outside the areas asked for, may
     * still be there, so it is not said to be gone.
     */
    private List<Finding> gone(ReviewRequest request, Map<String, Finding> earlier, List<FileOutcome> outcomes) {
        Set<Finding> here = new HashSet<>(earlier.values());
        Set<String> unread = outcomes.stream()
                .filter(outcome -> outcome.status() != FileCoverage.Status.REVIEWED)
                .map(outcome -> outcome.file().path())
                .collect(Collectors.toUnmodifiableSet());
        return before.stream()
                .filter(finding -> !here.contains(finding))
                .filter(finding -> !unread.contains(finding.path()) && request.wants(finding.category()))
                .sorted(Finding.REPORT_ORDER)
                .toList();
    }
}
