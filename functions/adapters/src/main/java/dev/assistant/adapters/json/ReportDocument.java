package dev.assistant.adapters.json;

import dev.assistant.review.AnalysisMode;
import dev.assistant.review.Finding;
import dev.assistant.review.ReviewReport;
import dev.assistant.review.ReviewReport.Baseline;
import dev.assistant.workflow.JobId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A report as it is stored, and as it stands inside the results document. Grows only by optional fields. */
record ReportDocument(
        String analysisMode,
        VerdictDocument verdict,
        CoverageDocument coverage,
        FindingsDocument results,
        @Nullable UUID baselineJobId) {

    static ReportDocument of(ReviewReport report) {
        return new ReportDocument(
                report.mode().id(),
                VerdictDocument.of(report.verdict()),
                CoverageDocument.of(report.coverage()),
                new FindingsDocument(
                        report.summary(),
                        report.findings().stream().map(IssueDocument::of).toList(),
                        MetricsDocument.of(report),
                        report.agents().stream().map(AgentUsageDocument::of).toList(),
                        report.baseline().map(Baseline::gone).orElse(List.of()).stream()
                                .map(IssueDocument::of)
                                .toList(),
                        report.decision().map(DecisionDocument::of).orElse(null)),
                report.baseline().map(baseline -> baseline.job().value()).orElse(null));
    }

    ReviewReport toReport() {
        return new ReviewReport(
                WireNames.constant(AnalysisMode.class, analysisMode),
                results.summary(),
                results.issues().stream().map(IssueDocument::toFinding).toList(),
                results.metrics().toScores(),
                verdict.toVerdict(),
                coverage.toCoverage(),
                results.agents().stream().map(AgentUsageDocument::toUsage).toList(),
                Optional.ofNullable(baselineJobId).map(job -> new Baseline(new JobId(job), results.toGone())),
                Optional.ofNullable(results.decision()).map(DecisionDocument::toDecision));
    }

    /** What was found. */
    record FindingsDocument(
            String summary,
            List<IssueDocument> issues,
            MetricsDocument metrics,
            List<AgentUsageDocument> agents,
            @Nullable List<IssueDocument> gone,
            @Nullable DecisionDocument decision) {
        List<Finding> toGone() {
            return gone == null
                    ? List.of()
                    : gone.stream().map(IssueDocument::toFinding).toList();
        }
    }
}
