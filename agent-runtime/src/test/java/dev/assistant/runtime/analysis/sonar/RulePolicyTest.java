package dev.assistant.runtime.analysis.sonar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.review.Category;
import dev.assistant.review.Severity;
import dev.assistant.runtime.analysis.sonar.Rule.Kind;
import dev.assistant.runtime.analysis.sonar.Rule.Weight;
import dev.assistant.runtime.analysis.sonar.RulePolicy.Worth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RulePolicyTest {
    @ParameterizedTest
    @CsvSource({
        "VULNERABILITY, BLOCKER, CRITICAL, SECURITY, 0.8",
        "VULNERABILITY, MINOR, LOW, SECURITY, 0.8",
        "SECURITY_HOTSPOT, BLOCKER, HIGH, SECURITY, 0.4",
        "SECURITY_HOTSPOT, MINOR, INFO, SECURITY, 0.4",
        "BUG, BLOCKER, HIGH, BUG, 0.7",
        "BUG, MAJOR, MEDIUM, BUG, 0.7",
        "CODE_SMELL, BLOCKER, MEDIUM, MAINTAINABILITY, 0.6",
        "CODE_SMELL, MAJOR, LOW, MAINTAINABILITY, 0.6",
        "CODE_SMELL, INFO, INFO, MAINTAINABILITY, 0.6",
    })
    void translates_the_makers_words(
            Kind kind, Weight weight, Severity severity, Category category, double confidence) {
        assertThat(worth("python:S9999 = on", rule(kind, weight, true)))
                .contains(new Worth(severity, category, confidence, true));
    }

    @Test
    void a_smell_is_off_unless_it_is_listed() {
        assertThat(worth("", rule(Kind.CODE_SMELL, Weight.MAJOR, true))).isEmpty();
        assertThat(worth("S9999 = on", rule(Kind.CODE_SMELL, Weight.MAJOR, true)))
                .isPresent();
    }

    @Test
    void what_its_makers_have_off_is_off_unless_it_is_listed() {
        assertThat(worth("", rule(Kind.BUG, Weight.MAJOR, false))).isEmpty();
        assertThat(worth("S9999 = on", rule(Kind.BUG, Weight.MAJOR, false))).isPresent();
    }

    @Test
    void a_line_for_one_language_goes_before_one_for_all_and_that_before_one_for_its_repository() {
        Rule rule = rule(Kind.BUG, Weight.MAJOR, true);

        assertThat(worth("python = info", rule)).map(Worth::severity).contains(Severity.INFO);
        assertThat(worth("python = info\nS9999 = low", rule))
                .map(Worth::severity)
                .contains(Severity.LOW);
        assertThat(worth("python = info\nS9999 = low\npython.S9999 = off", rule))
                .isEmpty();
    }

    @Test
    void a_line_can_set_everything() {
        assertThat(worth("S9999 = critical performance 0.9 nofix", rule(Kind.BUG, Weight.MAJOR, true)))
                .contains(new Worth(Severity.CRITICAL, Category.PERFORMANCE, 0.9, false));
    }

    @Test
    void an_unknown_word_is_named() {
        assertThatThrownBy(() -> worth("S9999 = hgih", rule(Kind.BUG, Weight.MAJOR, true)))
                .hasMessageContaining("hgih");
    }

    @ParameterizedTest
    @EnumSource(SonarPlugin.class)
    void no_smell_is_worse_than_medium_and_no_hotspot_critical(SonarPlugin plugin) {
        RulePolicy policy = RulePolicy.load();

        for (Rule rule : RuleCatalogue.of(plugin, SharedPack.ANALYSERS).all()) {
            Optional<Severity> severity = policy.worth(rule).map(Worth::severity);
            if (rule.kind() == Kind.CODE_SMELL) {
                assertThat(severity.orElse(Severity.INFO)).as(rule.key()).isNotIn(Severity.CRITICAL, Severity.HIGH);
            }
            if (rule.kind() == Kind.SECURITY_HOTSPOT) {
                assertThat(severity.orElse(Severity.INFO)).as(rule.key()).isNotEqualTo(Severity.CRITICAL);
            }
        }
    }

    @Test
    void every_line_of_the_policy_is_about_a_rule_that_exists() {
        List<Rule> rules = Arrays.stream(SonarPlugin.values())
                .flatMap(plugin -> RuleCatalogue.of(plugin, SharedPack.ANALYSERS).all().stream())
                .toList();
        Set<String> names = rules.stream()
                .flatMap(rule ->
                        Stream.of(rule.number(), rule.repository(), rule.key().replace(':', '.')))
                .collect(Collectors.toSet());

        assertThat(names).containsAll(RulePolicy.load().names());
    }

    @Test
    void every_rule_that_is_applied_has_a_name_and_a_description() {
        RulePolicy policy = RulePolicy.load();

        for (SonarPlugin plugin : SonarPlugin.values()) {
            for (Rule rule : RuleCatalogue.of(plugin, SharedPack.ANALYSERS).all()) {
                if (policy.worth(rule).isPresent()) {
                    assertThat(rule.name()).as(rule.key()).isNotBlank();
                    assertThat(rule.description()).as(rule.key()).isNotBlank();
                }
            }
        }
    }

    private static Optional<Worth> worth(String lines, Rule rule) {
        Properties properties = new Properties();
        lines.lines().forEach(line -> {
            String[] parts = line.split(" = ", 2);
            properties.setProperty(parts[0].replace(':', '.'), parts[1]);
        });
        return RulePolicy.of(properties).worth(rule);
    }

    private static Rule rule(Kind kind, Weight weight, boolean isDefault) {
        return new Rule("python:S9999", "py", "A rule", kind, weight, isDefault, Set.of(), List.of(), "", "", Map.of());
    }
}
