package dev.assistant.review;

import java.util.List;
import java.util.Optional;

/** Builds evidence for tests; what a test does not name is of no matter to it. */
record Reports(
        String engine,
        String rule,
        Severity severity,
        Category category,
        String path,
        TextRange range,
        String message,
        Optional<Fix> fix,
        List<String> cwe,
        double confidence,
        List<RelatedLocation> related) {
    static Reports at(String path, int line) {
        return new Reports(
                "sonar",
                "python:S1",
                Severity.HIGH,
                Category.SECURITY,
                path,
                new TextRange(line, 1, line, 200),
                "Make sure this is safe here.",
                Optional.empty(),
                List.of(),
                0.8,
                List.of());
    }

    Reports engine(String name) {
        return new Reports(name, rule, severity, category, path, range, message, fix, cwe, confidence, related);
    }

    Reports rule(String id) {
        return new Reports(engine, id, severity, category, path, range, message, fix, cwe, confidence, related);
    }

    Reports severity(Severity value) {
        return new Reports(engine, rule, value, category, path, range, message, fix, cwe, confidence, related);
    }

    Reports category(Category value) {
        return new Reports(engine, rule, severity, value, path, range, message, fix, cwe, confidence, related);
    }

    Reports range(TextRange value) {
        return new Reports(engine, rule, severity, category, path, value, message, fix, cwe, confidence, related);
    }

    Reports message(String text) {
        return new Reports(engine, rule, severity, category, path, range, text, fix, cwe, confidence, related);
    }

    Reports fix(String replacement) {
        return new Reports(
                engine,
                rule,
                severity,
                category,
                path,
                range,
                message,
                Optional.of(new Fix("replace it", range, replacement)),
                cwe,
                confidence,
                related);
    }

    Reports cwe(String... ids) {
        return new Reports(
                engine, rule, severity, category, path, range, message, fix, List.of(ids), confidence, related);
    }

    Reports confidence(double value) {
        return new Reports(engine, rule, severity, category, path, range, message, fix, cwe, value, related);
    }

    /** On its way comes a step on that line. */
    Reports step(int line) {
        List<RelatedLocation> steps = List.of(new RelatedLocation(path, new TextRange(line, 1, line, 2), "from here"));
        return new Reports(engine, rule, severity, category, path, range, message, fix, cwe, confidence, steps);
    }

    Evidence evidence() {
        return new Evidence(
                engine,
                rule,
                severity,
                category,
                path,
                range,
                message,
                Optional.empty(),
                fix,
                cwe,
                confidence,
                related);
    }

    /** The single finding that this report alone gives. */
    Finding finding(String... lines) {
        return MergeEvidence.merge(List.of(python(path, lines)), List.of(evidence()))
                .findings()
                .getFirst();
    }

    static SourceFile python(String path, String... lines) {
        return new SourceFile(path, Language.PYTHON, String.join("\n", lines) + "\n");
    }
}
