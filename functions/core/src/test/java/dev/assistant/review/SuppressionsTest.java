package dev.assistant.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = md5(a)  # assistant:ignore python/weak-hash -- names a cache entry",
                "x = md5(a); // assistant:ignore go/other, python/weak-hash -- names a cache entry\r",
                "x = md5(a) /* assistant:ignore python/weak-hash -- names a cache entry */",
            })
    void a_comment_with_rule_and_reason_takes_its_finding_out_and_into_the_receipt(String line) {
        Suppressions.Outcome outcome = apply(line + "\n", 1);

        assertThat(outcome.kept()).isEmpty();
        assertThat(outcome.suppressed())
                .containsExactly(new Suppression("a.py", 1, "python/weak-hash", "names a cache entry"));
    }

    @Test
    void a_comment_alone_on_a_line_is_about_the_next_one() {
        String code = "# assistant:ignore python/weak-hash -- names a cache entry\nx = md5(a)\n";

        assertThat(apply(code, 2).suppressed()).hasSize(1);
        assertThat(apply(code, 1).kept()).hasSize(1);
    }

    @Test
    void another_rule_and_another_line_are_not_meant() {
        String code = "x = md5(a)  # assistant:ignore python/weak-key -- names a cache entry\ny = md5(b)\n";

        assertThat(apply(code, 1).kept()).hasSize(1);
        assertThat(apply(code, 2).kept()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = md5(a)  # assistant:ignore",
                "x = md5(a)  # assistant:ignore python/weak-hash",
                "x = md5(a)  # assistant:ignore python/weak-hash --",
                "x = md5(a)  # assistant:ignore -- because",
            })
    void without_rule_or_reason_it_changes_nothing_and_is_reported_itself(String line) {
        Suppressions.Outcome outcome = apply(line + "\n", 1);

        assertThat(outcome.suppressed()).isEmpty();
        assertThat(outcome.kept())
                .extracting(Evidence::ruleId)
                .containsExactlyInAnyOrder("assistant/suppression-without-reason", "python/weak-hash");
    }

    @Test
    void text_that_is_no_comment_is_none() {
        assertThat(apply("x = 'assistant:ignore python/weak-hash -- no'\n", 1).kept())
                .hasSize(1);
    }

    private static Suppressions.Outcome apply(String code, int line) {
        SourceFile file = new SourceFile("a.py", Language.PYTHON, code);
        Evidence report = new Evidence(
                "assistant",
                "python/weak-hash",
                Severity.MEDIUM,
                Category.SECURITY,
                "a.py",
                new TextRange(line, 1, line, 5),
                "weak",
                Optional.empty(),
                Optional.empty(),
                List.of("CWE-328"),
                0.7,
                List.of());
        return Suppressions.in(List.of(file)).apply(List.of(report));
    }
}
