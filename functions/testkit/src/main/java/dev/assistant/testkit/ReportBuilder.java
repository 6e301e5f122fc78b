package dev.assistant.testkit;

import dev.assistant.review.AgentUsage;
import dev.assistant.review.AnalysisMode;
import dev.assistant.review.Coverage;
import dev.assistant.review.FileCoverage;
import dev.assistant.review.Finding;
import dev.assistant.review.ReviewReport;
import dev.assistant.review.Scores;
import dev.assistant.review.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A deterministic report about app/db.py with the given findings. */
public final class ReportBuilder {
    private final List<Finding> findings;
    private BigDecimal costUsd = new BigDecimal("0.012345");

    private ReportBuilder(List<Finding> findings) {
        this.findings = findings;
    }

    public static ReportBuilder aReportOf(Finding... findings) {
        return new ReportBuilder(List.of(findings));
    }

    public ReportBuilder costing(String usd) {
        this.costUsd = new BigDecimal(usd);
        return this;
    }

    public ReviewReport build() {
        return new ReviewReport(
                AnalysisMode.DETERMINISTIC,
                "1 file, 4 lines. " + findings.size() + " issues.",
                findings,
                new Scores(8, 6, 10, 9),
                new Verdict(Verdict.Gate.FAILED, List.of(new Verdict.Condition("critical_issues", "<=", 0, 1, false))),
                new Coverage(
                        List.of(
                                new FileCoverage("app/db.py", FileCoverage.Status.REVIEWED, Optional.empty(), 4),
                                new FileCoverage(
                                        "app/logo.svg", FileCoverage.Status.SKIPPED, Optional.of("binary"), 0)),
                        1,
                        2),
                List.of(new AgentUsage("code_analyzer", Duration.ofMillis(2810), 120, 45, costUsd)));
    }
}
