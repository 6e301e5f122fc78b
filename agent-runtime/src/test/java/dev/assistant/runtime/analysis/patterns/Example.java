package dev.assistant.runtime.analysis.patterns;

import dev.assistant.review.Evidence;
import dev.assistant.review.Fix;
import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.analysis.AnalysisEngine.Analysis;
import dev.assistant.runtime.analysis.Lines;
import dev.assistant.runtime.analysis.rules.Match;
import dev.assistant.runtime.analysis.rules.Rule;
import dev.assistant.runtime.analysis.rules.RuleLoader;
import dev.assistant.runtime.analysis.syntax.SyntaxParser;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An example from a rule's file. */
record Example(Rule rule, int number, Language language, String code) {
    private static final PatternEngine ENGINE = new PatternEngine(SyntaxParser.Limits.usual());

    static Stream<Rule> rules() {
        return Arrays.stream(Language.values())
                .flatMap(language -> RuleLoader.load(language).stream())
                .filter(rule -> rule.matches().stream()
                        .anyMatch(match -> match instanceof Match.Code
                                || match instanceof Match.Text
                                || match instanceof Match.Secret
                                || match instanceof Match.Phrase));
    }

    /** Code that a rule must find something in. */
    static Stream<Example> bad() {
        return of(rule -> rule.examples().bad());
    }

    /** Code that it must not. */
    static Stream<Example> good() {
        return of(rule -> rule.examples().good());
    }

    private static Stream<Example> of(Function<Rule, List<String>> kind) {
        return rules().flatMap(rule -> IntStream.range(0, kind.apply(rule).size())
                .mapToObj(i -> new Example(
                        rule, i + 1, rule.language(), kind.apply(rule).get(i))));
    }

    /** What this rule reports in some code; it must have been read to the end. */
    List<Evidence> reports(String changed) throws InterruptedException {
        Analysis analysis = ENGINE.analyse(List.of(new SourceFile(path(), language, changed)));
        if (!analysis.unread().isEmpty()) {
            throw new AssertionError(analysis.unread().toString());
        }
        return analysis.evidence().stream()
                .filter(report -> report.ruleId().equals(rule.id()))
                .toList();
    }

    List<Evidence> reports() throws InterruptedException {
        return reports(code);
    }

    private String path() {
        return rule.id().contains("github-actions")
                ? ".github/workflows/ci.yml"
                : "app/File." + language.extensions().getFirst();
    }

    static String apply(String code, Fix fix) {
        Lines lines = new Lines(code);
        int from = lines.offset(fix.range().startLine(), fix.range().startColumn());
        int to = lines.offset(fix.range().endLine(), fix.range().endColumn());
        return code.substring(0, from) + fix.replacement() + code.substring(to);
    }

    @Override
    public String toString() {
        return rule.id() + " " + number;
    }
}
