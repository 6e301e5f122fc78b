package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.review.Category;
import dev.assistant.review.Evidence;
import dev.assistant.review.Language;
import dev.assistant.review.RelatedLocation;
import dev.assistant.review.Severity;
import dev.assistant.runtime.analysis.dataflow.model.SourceKind;
import dev.assistant.runtime.analysis.dataflow.model.Weakness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells a finding as evidence, with the way of the data step by step. */
final class FlowEvidence {
    static final String ENGINE = "assistant";

    private static final double FULL_FLOW = 0.85;
    private static final double ASSUMED_FLOW = 0.5;
    private static final double PARAMETER_FLOW = 0.5;

    private FlowEvidence() {}

    static Evidence of(FlowFinding finding) {
        Weakness weakness = finding.weakness();
        Flow flow = finding.flow();
        boolean parameter = flow.source().kind().equals(SourceKind.PARAMETER);
        boolean sure = flow.certain() && !parameter && !flow.source().kind().equals(SourceKind.CONSOLE_INPUT);
        Severity severity = sure ? weakness.severity() : weakness.severity().milder();
        double confidence = parameter ? PARAMETER_FLOW : flow.certain() ? FULL_FLOW : ASSUMED_FLOW;
        return new Evidence(
                ENGINE,
                language(finding) + "/" + weakness.id(),
                severity,
                Category.SECURITY,
                finding.text().path(),
                finding.text().range(finding.span()),
                message(finding),
                Optional.of(weakness.fix()),
                Optional.empty(),
                weakness.cwe(),
                confidence,
                steps(finding));
    }

    /** Rules of JavaScript are for TypeScript too. */
    private static String language(FlowFinding finding) {
        Language language = finding.text().language();
        return (language == Language.TYPESCRIPT ? Language.JAVASCRIPT : language).id();
    }

    private static String message(FlowFinding finding) {
        return finding.weakness()
                .message()
                .replace("{source}", words(finding.flow().source()))
                .replace("{sink}", finding.sink());
    }

    private static String words(Source source) {
        return switch (source.kind()) {
            case SourceKind.USER_INPUT -> "User input from " + source.words();
            case SourceKind.PARAMETER -> "The parameter " + source.words();
            default -> "The result of " + source.words();
        };
    }

    private static List<RelatedLocation> steps(FlowFinding finding) {
        List<RelatedLocation> related = new ArrayList<>();
        for (Step step : finding.flow().steps()) {
            related.add(new RelatedLocation(step.text().path(), step.text().range(step.span()), step.message()));
        }
        related.add(new RelatedLocation(
                finding.text().path(), finding.text().range(finding.span()), "reaches " + finding.sink()));
        return related;
    }
}
