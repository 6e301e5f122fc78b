package dev.assistant.runtime.analysis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.review.Evidence;
import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.analysis.engine.SourceCodeEngine;
import dev.assistant.runtime.analysis.syntax.SyntaxParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleExamplesTest {
    private static final SourceCodeEngine ENGINE = new SourceCodeEngine(SyntaxParser.Limits.usual());

    record Example(Rule rule, String code) {
        @Override
        public String toString() {
            return rule.id() + ": " + code.lines().filter(line -> !line.isBlank()).reduce((a, b) -> b).orElse("");
        }
    }

    static Stream<Example> bad() {
        return examples(true).stream();
    }

    static Stream<Example> good() {
        return examples(false).stream();
    }

    private static List<Example> examples(boolean bad) {
        List<Example> examples = new ArrayList<>();
        for (Language language : Language.values()) {
            for (Rule rule : RuleLoader.load(language)) {
                List<String> codes = bad ? rule.examples().bad() : rule.examples().good();
                codes.forEach(code -> examples.add(new Example(rule, code)));
            }
        }
        return examples;
    }

    @ParameterizedTest
    @MethodSource("bad")
    void finds_what_its_bad_examples_show(Example example) throws InterruptedException {
        assertThat(found(example)).contains(example.rule().id());
    }

    @ParameterizedTest
    @MethodSource("good")
    void leaves_its_good_examples_alone(Example example) throws InterruptedException {
        assertThat(found(example)).doesNotContain(example.rule().id());
    }

    @ParameterizedTest
    @MethodSource("bad")
    void gives_each_finding_a_sentence_and_a_remedy(Example example) throws InterruptedException {
        List<Evidence> evidence = analyse(example);

        assertThat(evidence).allSatisfy(one -> {
            assertThat(one.message()).doesNotContain("{").endsWith(".");
            assertThat(one.suggestion()).isPresent();
        });
    }

    private static List<String> found(Example example) throws InterruptedException {
        return analyse(example).stream().map(Evidence::ruleId).toList();
    }

    private static List<Evidence> analyse(Example example) throws InterruptedException {
        Language language = example.rule().language();
        String path = "app." + language.extensions().getFirst();
        return ENGINE.analyse(Arrays.asList(new SourceFile(path, language, example.code()))).evidence();
    }
}
