package dev.assistant.review;

import java.util.Comparator;
import java.util.List;

/** Turns everything that a review found into its report: scores, verdict, receipt and summary. Thread-safe. */
public final class ConcludeReview {
    /**
     * What a review came to.
     *
     * @param outcomes every submitted file, in any order
     * @param findings all that were found, also outside the areas asked for
     * @param secretsMasked see {@link Coverage}
     * @param findingsDropped see {@link Coverage}
     */
    public record Work(
            AnalysisMode mode,
            List<FileOutcome> outcomes,
            List<Finding> findings,
            int secretsMasked,
            int findingsDropped,
            List<AgentUsage> agents) {
        public Work {
            outcomes = List.copyOf(outcomes);
            findings = List.copyOf(findings);
            agents = List.copyOf(agents);
        }
    }

    /** The report; it shows the findings asked for, while the scores count all. */
    public ReviewReport conclude(ReviewRequest request, Work work) {
        List<Finding> shown = work.findings().stream()
                .filter(finding -> request.wants(finding.category()))
                .sorted(Finding.REPORT_ORDER)
                .toList();
        List<FileOutcome> outcomes = work.outcomes().stream()
                .sorted(Comparator.comparing(outcome -> outcome.file().path()))
                .toList();
        Scores scores = Scoring.score(work.findings(), linesRead(outcomes));
        // Without an earlier review to compare with, everything is new.
        Verdict verdict = request.settings()
                .gate()
                .judge(new QualityGate.Outcome(shown, shown, scores, request.focus(), outcomes));
        int hidden = work.findings().size() - shown.size();
        return new ReviewReport(
                work.mode(),
                Summary.of(work.mode(), request.focus(), shown, hidden, outcomes, verdict),
                shown,
                scores,
                verdict,
                new Coverage(
                        outcomes.stream().map(FileOutcome::coverage).toList(),
                        work.secretsMasked(),
                        work.findingsDropped()),
                work.agents());
    }

    private static int linesRead(List<FileOutcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.status() != FileCoverage.Status.SKIPPED)
                .mapToInt(outcome -> outcome.file().lines())
                .sum();
    }
}
