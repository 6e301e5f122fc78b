package dev.assistant.adapters.json;

import dev.assistant.review.AnalysisMode;
import dev.assistant.review.ReviewReport;
import java.util.List;

/** A report as it is stored, and as it stands inside the results document. Grows only by optional fields. */
record ReportDocument(
        String analysisMode, VerdictDocument verdict, CoverageDocument coverage, FindingsDocument results) {

    static ReportDocument of(ReviewReport report) {
        return new ReportDocument(
                report.mode().id(),
                VerdictDocument.of(report.verdict()),
                CoverageDocument.of(report.coverage()),
                new FindingsDocument(
                        report.summary(),
                        report.findings().stream().map(IssueDocument::of).toList(),
                        MetricsDocument.of(report),
                        report.agents().stream().map(AgentUsageDocument::of).toList()));
    }

    ReviewReport toReport() {
        return new ReviewReport(
                WireNames.constant(AnalysisMode.class, analysisMode),
                results.summary(),
                results.issues().stream().map(IssueDocument::toFinding).toList(),
                results.metrics().toScores(),
                verdict.toVerdict(),
                coverage.toCoverage(),
                results.agents().stream().map(AgentUsageDocument::toUsage).toList());
    }

    /** What was found. */
    record FindingsDocument(
            String summary, List<IssueDocument> issues, MetricsDocument metrics, List<AgentUsageDocument> agents) {}
}
