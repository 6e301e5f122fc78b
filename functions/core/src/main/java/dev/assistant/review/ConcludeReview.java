package dev.assistant.review;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Turns everything that a review found into its report: scores, verdict, receipt and summary. Thread-safe. */
public final class ConcludeReview {
    /**
     * What a review came to.
     *
     * @param outcomes every submitted file, in any order
     * @param findings all that were found, also outside the areas asked for, with what was decided about them
     * @param secretsMasked see {@link Coverage}
     * @param findingsDropped see {@link Coverage}
     * @param comparison with the baseline; empty when the review has none
     * @param provenance see {@link Coverage}
     */
    public record Work(
            AnalysisMode mode,
            List<FileOutcome> outcomes,
            List<Finding> findings,
            int secretsMasked,
            int findingsDropped,
            List<Suppression> suppressed,
            List<AgentUsage> agents,
            Optional<Comparison> comparison,
            Provenance provenance) {
        public Work {
            outcomes = List.copyOf(outcomes);
            findings = List.copyOf(findings);
            agents = List.copyOf(agents);
            suppressed = List.copyOf(suppressed);
        }

        /** Work that is compared with nothing. */
        public Work(
                AnalysisMode mode,
                List<FileOutcome> outcomes,
                List<Finding> findings,
                int secretsMasked,
                int findingsDropped,
                List<AgentUsage> agents) {
            this(
                    mode,
                    outcomes,
                    findings,
                    secretsMasked,
                    findingsDropped,
                    List.of(),
                    agents,
                    Optional.empty(),
                    Provenance.UNKNOWN);
        }
    }

    /** The report; it shows the findings asked for, while the scores count all but the dismissed ones. */
    public ReviewReport conclude(ReviewRequest request, Work work) {
        List<Finding> wanted = work.findings().stream()
                .filter(finding -> request.wants(finding.category()))
                .sorted(Finding.REPORT_ORDER)
                .toList();
        List<FileOutcome> outcomes = work.outcomes().stream()
                .sorted(Comparator.comparing(outcome -> outcome.file().path()))
                .toList();
        Optional<Comparison.Compared> compared =
                work.comparison().map(comparison -> comparison.with(request, wanted, outcomes));
        List<Finding> shown = compared.map(Comparison.Compared::findings).orElse(wanted);
        Scores scores = Scoring.score(counted(work.findings()), linesRead(outcomes));
        Verdict verdict = request.settings()
                .gate()
                .judge(new QualityGate.Outcome(counted(shown), fresh(shown), scores, request.focus(), outcomes));
        int hidden = work.findings().size() - shown.size();
        return new ReviewReport(
                work.mode(),
                Summary.of(
                        work.mode(),
                        request.focus(),
                        shown,
                        hidden,
                        work.suppressed().size(),
                        outcomes,
                        verdict),
                shown,
                scores,
                verdict,
                new Coverage(
                        outcomes.stream().map(FileOutcome::coverage).toList(),
                        work.secretsMasked(),
                        work.findingsDropped(),
                        work.suppressed(),
                        work.provenance()),
                work.agents(),
                compared.map(Comparison.Compared::baseline));
    }

    private static List<Finding> counted(List<Finding> findings) {
        return findings.stream().filter(Finding::isCounted).toList();
    }

    /** What is new or has become worse; without an earlier review to compare with, everything is new. */
    private static List<Finding> fresh(List<Finding> findings) {
        return counted(findings).stream()
                .filter(finding -> !finding.change().equals(Optional.of(Change.UNCHANGED)))
                .toList();
    }

    private static int linesRead(List<FileOutcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.status() != FileCoverage.Status.SKIPPED)
                .mapToInt(outcome -> outcome.file().lines())
                .sum();
    }
}
