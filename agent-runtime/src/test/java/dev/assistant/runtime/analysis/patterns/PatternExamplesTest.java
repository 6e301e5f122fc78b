package dev.assistant.runtime.analysis.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.review.Evidence;
import dev.assistant.review.Language;
import dev.assistant.runtime.analysis.rules.Rule;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule does what its own examples say, on the right line, however the code is laid out. */
@Timeout(120)
class PatternExamplesTest {
    static Stream<Example> bad() {
        return Example.bad();
    }

    static Stream<Example> good() {
        return Example.good();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void a_bad_example_is_reported(Example example) throws Exception {
        List<Evidence> reports = example.reports();

        assertThat(reports).isNotEmpty();
        assertThat(reports).extracting(Evidence::message).noneMatch(message -> message.matches(".*\\{[A-Z]+\\}.*"));
    }

    @ParameterizedTest
    @MethodSource("good")
    void a_good_example_is_not(Example example) throws Exception {
        assertThat(example.reports()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void a_rewrite_makes_the_finding_go_away(Example example) throws Exception {
        for (Evidence report : example.reports()) {
            if (report.fix().isPresent()) {
                String fixed = Example.apply(example.code(), report.fix().get());

                assertThat(example.reports(fixed))
                        .hasSizeLessThan(example.reports().size());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bad")
    void the_line_is_right_after_lines_were_put_before(Example example) throws Exception {
        expectSameLines(example, code -> comment(example.language(), "🎈 before") + "\n\n" + code, 2);
    }

    @ParameterizedTest
    @MethodSource("bad")
    void the_line_is_right_with_windows_line_ends(Example example) throws Exception {
        expectSameLines(example, code -> code.replace("\n", "\r\n"), 0);
    }

    @ParameterizedTest
    @MethodSource("bad")
    void the_line_is_right_after_a_byte_order_mark(Example example) throws Exception {
        expectSameLines(example, code -> "\uFEFF" + code, 0);
    }

    @ParameterizedTest
    @MethodSource("bad")
    void the_line_is_right_when_the_code_is_indented(Example example) throws Exception {
        switch (example.language()) {
            case PYTHON -> expectSameLines(example, code -> "if True:\n" + indented(code, "    "), 1);
            case YAML, PHP, DOCKERFILE -> {}
            default -> expectSameLines(example, code -> indented(code, "  "), 0);
        }
    }

    @ParameterizedTest
    @MethodSource("bad")
    void the_line_is_right_with_tabs(Example example) throws Exception {
        if (example.language() != Language.YAML) {
            expectSameLines(example, code -> code.replace("    ", "\t"), 0);
        }
    }

    @Test
    void rules_say_what_a_reader_needs() {
        assertThat(Example.rules()).hasSizeGreaterThan(300).allSatisfy(rule -> {
            assertThat(rule.title())
                    .as(rule.id())
                    .isNotBlank()
                    .doesNotEndWith(".")
                    .doesNotContain("`");
            assertThat(rule.message()).as(rule.id()).endsWith(".").doesNotContain("`");
            assertThat(rule.why()).as(rule.id()).isNotBlank();
            assertThat(rule.fix()).as(rule.id()).isNotBlank();
            assertThat(rule.examples().bad()).as(rule.id()).isNotEmpty();
            assertThat(rule.examples().good()).as(rule.id()).isNotEmpty();
            assertThat(rule.cwe()).as(rule.id()).allMatch(cwe -> cwe.matches("CWE-\\d+"));
        });
        assertThat(Example.rules().map(Rule::id)).doesNotHaveDuplicates();
    }

    private static void expectSameLines(Example example, UnaryOperator<String> change, int shift) throws Exception {
        List<Integer> before = lines(example.reports());
        List<Integer> after = lines(example.reports(change.apply(example.code())));

        assertThat(after).isEqualTo(before.stream().map(line -> line + shift).toList());
    }

    private static List<Integer> lines(List<Evidence> reports) {
        return reports.stream()
                .map(report -> report.range().startLine())
                .sorted()
                .toList();
    }

    private static String indented(String code, String by) {
        return code.replaceAll("(?m)^(?=.)", by);
    }

    private static String comment(Language language, String text) {
        return switch (language) {
            case PYTHON, RUBY, SHELL, YAML, DOCKERFILE, TERRAFORM -> "# " + text;
            case SQL -> "-- " + text;
            case PHP -> "<!-- " + text + " -->";
            default -> "// " + text;
        };
    }
}
