package dev.assistant.adapters.report;

import dev.assistant.review.Disagreement;
import dev.assistant.review.FileCoverage;
import dev.assistant.review.Finding;
import dev.assistant.review.FinishedReview;
import dev.assistant.review.Fix;
import dev.assistant.review.RelatedLocation;
import dev.assistant.review.ReviewReport;
import dev.assistant.review.SecretMasker;
import dev.assistant.review.TextRange;
import dev.assistant.review.Triage;
import dev.assistant.review.Verdict;
import dev.assistant.workflow.Job;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A finished review as a SARIF 2.1.0 log of one run. Columns are UTF-16 code units; paths are relative to the folder that was
 * submitted. Dismissed findings are suppressed results. What a baseline had and this review has not is left out: tools that
 * do not know {@code absent} results would show them as present. Ids stand outside of {@code guid}, which takes UUIDs up to
 * version 5 only. Immutable.
 */
public final class SarifReport {
    public static final String MEDIA_TYPE = "application/sarif+json";

    private static final String ROOT = "%SRCROOT%";
    private static final String FINGERPRINT = "developmentAssistant/v1";
    private static final String SKIPPED = "file-not-reviewed";
    private static final String PARTIAL = "file-partly-reviewed";

    private final Job job;
    private final ReviewReport report;
    private final SarifRules rules;
    private final Map<String, Integer> artifacts = new HashMap<>();

    private SarifReport(FinishedReview review, RulePages pages) {
        this.job = review.job();
        this.report = review.report();
        this.rules = new SarifRules(report.findings(), pages);
        List<FileCoverage> files = report.coverage().files();
        for (int i = 0; i < files.size(); i++) {
            artifacts.putIfAbsent(files.get(i).path(), i);
        }
    }

    /** The log as JSON. */
    public static String write(FinishedReview review, RulePages pages) {
        return Sarif.MAPPER.writeValueAsString(
                new Sarif.Log(Sarif.SCHEMA, "2.1.0", List.of(new SarifReport(review, pages).run())));
    }

    private Sarif.Run run() {
        return new Sarif.Run(
                new Sarif.Tool(driver()),
                new Sarif.AutomationDetails("development-assistant/" + job.workflow() + "/" + job.id()),
                List.of(invocation()),
                Map.of(ROOT, new Sarif.BaseFolder(new Sarif.Message("The folder that was submitted."))),
                report.coverage().files().stream()
                        .map(file -> new Sarif.Artifact(location(file.path())))
                        .toList(),
                rules.taxonomy(),
                "utf16CodeUnits",
                List.of(SecretMasker.MASK),
                report.findings().stream().map(this::result).toList(),
                properties());
    }

    private Sarif.ToolComponent driver() {
        return new Sarif.ToolComponent(
                "Development Assistant",
                null,
                null,
                null,
                null,
                rules.descriptors(),
                List.of(
                        notification(SKIPPED, "A file was not reviewed."),
                        notification(PARTIAL, "A file was reviewed in part.")),
                null,
                rules.supportedTaxonomies());
    }

    private static Sarif.Descriptor notification(String id, String text) {
        return new Sarif.Descriptor(id, new Sarif.Message(text), null, null, null, null, null);
    }

    private Sarif.Invocation invocation() {
        return new Sarif.Invocation(
                !isIncomplete(),
                job.startedAt().orElse(null),
                job.completedAt().orElse(null),
                report.coverage().files().stream()
                        .filter(file -> file.status() != FileCoverage.Status.REVIEWED)
                        .map(this::notification)
                        .toList());
    }

    private boolean isIncomplete() {
        return report.verdict().gate() == Verdict.Gate.INCOMPLETE;
    }

    private Sarif.Notification notification(FileCoverage file) {
        boolean partial = file.status() == FileCoverage.Status.PARTIAL;
        return new Sarif.Notification(
                new Sarif.DescriptorReference(partial ? PARTIAL : SKIPPED, partial ? 1 : 0, null),
                isIncomplete() ? "warning" : "note",
                SarifText.message((partial ? "Reviewed in part: " : "Not reviewed: ")
                        + file.reason().orElse("no reason given")),
                List.of(new Sarif.Location(null, new Sarif.PhysicalLocation(location(file.path()), null, null), null)));
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("gate", report.verdict().gate().id());
        properties.put("summary", report.summary());
        properties.put("analysisMode", report.mode().id());
        properties.put("codeQuality", report.scores().codeQuality());
        properties.put("securityScore", report.scores().security());
        properties.put("performanceScore", report.scores().performance());
        properties.put("maintainabilityScore", report.scores().maintainability());
        report.baseline().ifPresent(baseline -> {
            properties.put("baselineJobId", baseline.job().toString());
            properties.put("gone", baseline.gone().size());
        });
        report.decision()
                .ifPresent(made -> properties.put("decision", made.outcome().name()));
        return properties;
    }

    private Sarif.Result result(Finding finding) {
        List<Sarif.Location> related = related(finding);
        return new Sarif.Result(
                finding.ruleId(),
                rules.index(finding),
                "fail",
                SarifRules.level(finding.severity()),
                SarifText.message(finding.message()),
                List.of(new Sarif.Location(null, place(finding), null)),
                Map.of(FINGERPRINT, finding.fingerprint()),
                related.isEmpty() ? null : related,
                related.isEmpty() || finding.range().isEmpty() ? null : List.of(flow(finding)),
                finding.fix().map(fix -> List.of(change(finding.path(), fix))).orElse(null),
                rules.taxa(finding),
                finding.triage().filter(Triage::isDismissal).map(SarifReport::suppression).stream()
                        .toList(),
                baselineState(finding),
                Math.round(finding.confidence() * 1000) / 10.0,
                properties(finding));
    }

    private static @Nullable String baselineState(Finding finding) {
        return finding.change()
                .map(change -> switch (change) {
                    case NEW -> "new";
                    case UNCHANGED -> "unchanged";
                    case WORSENED -> "updated";
                })
                .orElse(null);
    }

    private static Map<String, Object> properties(Finding finding) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", finding.id());
        properties.put("severity", finding.severity().id());
        properties.put("category", finding.category().id());
        properties.put("confidence", finding.confidence());
        properties.put("shelf", finding.shelf().id());
        properties.put("sources", finding.sources());
        properties.put(
                "triage",
                finding.triage().map(Triage::state).orElse(Triage.State.OPEN).id());
        if (!finding.disagreements().isEmpty()) {
            properties.put(
                    "disagreements",
                    finding.disagreements().stream()
                            .map(SarifReport::properties)
                            .toList());
        }
        return properties;
    }

    private static Map<String, Object> properties(Disagreement against) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("agent", against.agent());
        properties.put("reason", against.reason());
        against.severity().ifPresent(severity -> properties.put("severity", severity.id()));
        return properties;
    }

    private static Sarif.Suppression suppression(Triage triage) {
        Triage.Reason reason = triage.reason().orElseThrow();
        String justification =
                reason.words() + triage.comment().map(comment -> ": " + comment).orElse("");
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("reason", reason.id());
        properties.put("decidedAt", triage.decidedAt());
        triage.expiresAt().ifPresent(expires -> properties.put("expiresAt", expires));
        return new Sarif.Suppression("external", "accepted", justification, properties);
    }

    private Sarif.PhysicalLocation place(Finding finding) {
        Optional<TextRange> range = finding.range();
        return new Sarif.PhysicalLocation(
                location(finding.path()),
                range.map(SarifReport::region).orElse(null),
                range.flatMap(found -> quoted(found, finding.quote())).orElse(null));
    }

    /** The quoted lines, when they are all of the range: a context holds what it is the context of (section 3.29.5). */
    private static Optional<Sarif.Region> quoted(TextRange range, String quote) {
        int lines = (int) quote.lines().count();
        if (lines == 0 || range.startLine() + lines - 1 != range.endLine()) {
            return Optional.empty();
        }
        return Optional.of(new Sarif.Region(range.startLine(), null, range.endLine(), null, new Sarif.Message(quote)));
    }

    private static Sarif.Region region(TextRange range) {
        return new Sarif.Region(range.startLine(), range.startColumn(), range.endLine(), range.endColumn(), null);
    }

    private Sarif.ArtifactLocation location(String path) {
        return new Sarif.ArtifactLocation(RelativeUri.of(path), ROOT, artifacts.get(path));
    }

    private List<Sarif.Location> related(Finding finding) {
        List<Sarif.Location> steps = new ArrayList<>();
        for (RelatedLocation step : finding.related()) {
            steps.add(new Sarif.Location(
                    steps.size(),
                    new Sarif.PhysicalLocation(location(step.path()), region(step.range()), null),
                    SarifText.message(step.message())));
        }
        return steps;
    }

    /** The steps in their order, and at the end the finding's own place. */
    private Sarif.CodeFlow flow(Finding finding) {
        List<Sarif.FlowStep> steps = new ArrayList<>();
        for (RelatedLocation step : finding.related()) {
            steps.add(new Sarif.FlowStep(new Sarif.Location(
                    null,
                    new Sarif.PhysicalLocation(location(step.path()), region(step.range()), null),
                    SarifText.message(step.message()))));
        }
        steps.add(new Sarif.FlowStep(new Sarif.Location(null, place(finding), SarifText.message(finding.message()))));
        return new Sarif.CodeFlow(List.of(new Sarif.ThreadFlow(steps)));
    }

    private Sarif.Change change(String path, Fix fix) {
        return new Sarif.Change(
                SarifText.message(fix.description()),
                List.of(new Sarif.ArtifactChange(
                        location(path),
                        List.of(new Sarif.Replacement(region(fix.range()), new Sarif.Message(fix.replacement()))))));
    }
}
