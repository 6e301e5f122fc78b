package dev.assistant.adapters.report;

import dev.assistant.review.Coverage;
import dev.assistant.review.Disagreement;
import dev.assistant.review.FileCoverage;
import dev.assistant.review.Finding;
import dev.assistant.review.FinishedReview;
import dev.assistant.review.RelatedLocation;
import dev.assistant.review.ReviewReport;
import dev.assistant.review.Severity;
import dev.assistant.review.Summary;
import dev.assistant.review.TextRange;
import dev.assistant.review.Triage;
import dev.assistant.review.Verdict;
import dev.assistant.workflow.Job;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A finished review for people: verdict, conditions, what was looked at, findings by severity. Everything that comes from the
 * submitted code, or from whoever describes it, is shown as text and can do nothing else. Immutable.
 */
public final class MarkdownReport {
    public static final String MEDIA_TYPE = "text/markdown";

    private static final Map<String, String> NOT_THEIR_OWN_NAME =
            Map.of("py", "python", "js", "javascript", "ts", "typescript", "rb", "ruby", "rs", "rust", "kt", "kotlin");

    private final Job job;
    private final ReviewReport report;
    private final StringBuilder out = new StringBuilder();

    private MarkdownReport(FinishedReview review) {
        this.job = review.job();
        this.report = review.report();
    }

    /** The report, in CommonMark with tables. */
    public static String write(FinishedReview review) {
        return new MarkdownReport(review).whole();
    }

    private String whole() {
        verdict();
        report.decision().ifPresent(made -> line(DecisionSection.of(made)));
        coverage();
        for (Severity severity : Severity.values()) {
            findings(severity);
        }
        dismissed();
        gone();
        origin();
        return out.toString();
    }

    private void verdict() {
        line("# Code review: %s".formatted(report.verdict().gate().id()));
        line("");
        line(MarkdownText.line(report.summary()));
        line("");
        line("| Condition | Needs | Actual | |");
        line("| --- | --- | --- | --- |");
        for (Verdict.Condition condition : report.verdict().conditions()) {
            line("| %s | %s %s | %s | %s |"
                    .formatted(
                            words(condition.metric()),
                            condition.operator().equals("<=") ? "at most" : "at least",
                            number(condition.threshold()),
                            number(condition.actual()),
                            condition.passed() ? "holds" : "**broken**"));
        }
        line("");
        line("Scores of 10: code quality %d, security %d, performance %d, maintainability %d."
                .formatted(
                        report.scores().codeQuality(),
                        report.scores().security(),
                        report.scores().performance(),
                        report.scores().maintainability()));
        line("");
    }

    private void coverage() {
        Coverage coverage = report.coverage();
        List<FileCoverage> unread = coverage.files().stream()
                .filter(file -> file.status() != FileCoverage.Status.REVIEWED)
                .toList();
        line("## Coverage");
        line("");
        line("%d of %s reviewed. %s masked. %s dropped because the code does not contain what they quote."
                .formatted(
                        coverage.files().size() - unread.size(),
                        Summary.count(coverage.files().size(), "file"),
                        Summary.count(coverage.secretsMasked(), "secret"),
                        Summary.count(coverage.findingsDropped(), "finding")));
        line("");
        if (unread.isEmpty()) {
            return;
        }
        line("| File | Reviewed | Why |");
        line("| --- | --- | --- |");
        for (FileCoverage file : unread) {
            line("| %s | %s | %s |"
                    .formatted(
                            MarkdownText.line(file.path()),
                            file.status() == FileCoverage.Status.PARTIAL ? "in part" : "no",
                            MarkdownText.line(file.reason().orElse(""))));
        }
        line("");
    }

    private void findings(Severity severity) {
        List<Finding> findings = report.findings().stream()
                .filter(finding -> finding.severity() == severity && finding.isCounted())
                .toList();
        if (findings.isEmpty()) {
            return;
        }
        line("## %s (%d)".formatted(title(severity), findings.size()));
        line("");
        findings.forEach(this::finding);
    }

    private void finding(Finding finding) {
        line("### " + MarkdownText.line(finding.message()));
        line("");
        line(facts(finding));
        line("");
        if (!finding.quote().isBlank()) {
            line(MarkdownText.block(finding.quote(), language(finding.path())));
        }
        steps(finding);
        finding.disagreements().forEach(against -> line(disagreement(against)));
        finding.suggestion().ifPresent(text -> line("**How to fix it**\n\n" + MarkdownText.prose(text)));
        finding.fix()
                .ifPresent(fix -> line("**Change:** %s\n\n%s"
                        .formatted(
                                MarkdownText.line(fix.description()),
                                MarkdownText.block(fix.replacement(), language(finding.path())))));
    }

    private static String facts(Finding finding) {
        List<String> facts = new ArrayList<>();
        facts.add(place(finding));
        facts.add(finding.category().id());
        facts.add(MarkdownText.code(finding.ruleId()));
        finding.cwe().forEach(cwe -> facts.add(MarkdownText.line(cwe)));
        facts.add("confidence %.0f %%".formatted(finding.confidence() * 100));
        facts.add(words(finding.shelf().id()));
        facts.add("by " + MarkdownText.line(Summary.joined(finding.sources())));
        finding.change().ifPresent(change -> facts.add(change.id()));
        finding.triage().ifPresent(triage -> facts.add(triage.state().id()));
        return String.join(" · ", facts);
    }

    private static String place(Finding finding) {
        return MarkdownText.code(finding.path()
                + finding.range().map(range -> ":" + range.startLine()).orElse(""));
    }

    private void steps(Finding finding) {
        if (finding.related().isEmpty()) {
            return;
        }
        int number = 1;
        for (RelatedLocation step : finding.related()) {
            TextRange range = step.range();
            line("%d. %s %s"
                    .formatted(
                            number++,
                            MarkdownText.code(step.path() + ":" + range.startLine()),
                            MarkdownText.line(step.message())));
        }
        line("");
    }

    private static String disagreement(Disagreement against) {
        String view = against.severity()
                .map(severity -> "holds it of %s severity".formatted(severity.id()))
                .orElse("holds it wrong");
        return "**%s %s:** %s\n"
                .formatted(MarkdownText.line(against.agent()), view, MarkdownText.line(against.reason()));
    }

    private void dismissed() {
        List<Finding> dismissed = report.findings().stream()
                .filter(finding -> !finding.isCounted())
                .toList();
        if (dismissed.isEmpty()) {
            return;
        }
        line("## Dismissed (%d)".formatted(dismissed.size()));
        line("");
        for (Finding finding : dismissed) {
            String why = finding.triage().flatMap(Triage::reason).orElseThrow().words();
            String comment = finding.triage()
                    .flatMap(Triage::comment)
                    .map(text -> ": " + MarkdownText.line(text))
                    .orElse("");
            line("- %s %s: %s (%s%s)"
                    .formatted(
                            place(finding),
                            finding.severity().id(),
                            MarkdownText.line(finding.message()),
                            why,
                            comment));
        }
        line("");
    }

    private void gone() {
        report.baseline().filter(baseline -> !baseline.gone().isEmpty()).ifPresent(baseline -> {
            line("## Gone since the baseline (%d)".formatted(baseline.gone().size()));
            line("");
            baseline.gone()
                    .forEach(finding -> line("- %s %s: %s"
                            .formatted(place(finding), finding.severity().id(), MarkdownText.line(finding.message()))));
            line("");
        });
    }

    private void origin() {
        line("---");
        line("");
        line("Review %s · %s · %s"
                .formatted(job.id(), words(job.workflow()), report.mode().id()));
        List<String> models = report.coverage().provenance().models();
        if (!models.isEmpty()) {
            line("");
            line("Models: " + MarkdownText.line(Summary.joined(models)));
        }
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private static String title(Severity severity) {
        return severity.id().substring(0, 1).toUpperCase(Locale.ROOT)
                + severity.id().substring(1);
    }

    private static String words(String name) {
        return name.replace('_', ' ');
    }

    /** The name that highlighters know, from the file's ending. */
    private static String language(String path) {
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ending.matches("[a-z0-9]{1,12}") ? NOT_THEIR_OWN_NAME.getOrDefault(ending, ending) : "";
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
