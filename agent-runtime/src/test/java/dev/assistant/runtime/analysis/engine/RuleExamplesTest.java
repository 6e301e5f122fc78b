package dev.assistant.runtime.analysis.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.assistant.review.Evidence;
import dev.assistant.review.Language;
import dev.assistant.runtime.analysis.rules.Match;
import dev.assistant.runtime.analysis.rules.Rule;
import dev.assistant.runtime.analysis.rules.RuleLoader;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule does what its own examples say. */
@Timeout(60)
class RuleExamplesTest {
    private static Stream<Arguments> examples(Function<Rule, List<String>> kind) {
        return Arrays.stream(Language.values())
                .flatMap(RuleExamplesTest::aboutUse)
                .flatMap(rule -> IntStream.range(0, kind.apply(rule).size())
                        .mapToObj(i -> argumentSet(
                                rule.id() + " " + (i + 1),
                                rule,
                                kind.apply(rule).get(i))));
    }

    /** Those that data flow applies. */
    private static Stream<Rule> aboutUse(Language language) {
        return RuleLoader.load(language).stream()
                .filter(rule -> rule.matches().stream()
                        .anyMatch(match -> match instanceof Match.Use || match instanceof Match.Named));
    }

    static Stream<Arguments> bad() {
        return examples(rule -> rule.examples().bad());
    }

    static Stream<Arguments> good() {
        return examples(rule -> rule.examples().good());
    }

    static Stream<Rule> rules() {
        return Arrays.stream(Language.values()).flatMap(RuleExamplesTest::aboutUse);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void every_rule_has_examples_of_both_kinds(Rule rule) {
        assertThat(rule.examples().bad()).isNotEmpty();
        assertThat(rule.examples().good()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void a_bad_example_is_reported(Rule rule, String code) throws Exception {
        assertThat(Engine.evidence(rule.language(), code))
                .extracting(Evidence::ruleId)
                .contains(rule.id());
    }

    @ParameterizedTest
    @MethodSource("good")
    void a_good_example_is_not(Rule rule, String code) throws Exception {
        assertThat(Engine.evidence(rule.language(), code))
                .extracting(Evidence::ruleId)
                .doesNotContain(rule.id());
    }
}
