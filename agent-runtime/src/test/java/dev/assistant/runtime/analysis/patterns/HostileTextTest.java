package dev.assistant.runtime.analysis.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.review.Evidence;
import dev.assistant.review.Language;
import dev.assistant.review.Reach;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.analysis.AnalysisEngine.Analysis;
import dev.assistant.runtime.analysis.AnalysisEngine.UnreadFile;
import dev.assistant.runtime.analysis.syntax.SyntaxParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Text made to bring an analyser down costs only itself, and is named when it was not read. */
@Timeout(180)
class HostileTextTest {
    private static final PatternEngine ENGINE = new PatternEngine(SyntaxParser.Limits.usual());
    private static final SourceFile ORDINARY =
            new SourceFile("ordinary.py", Language.PYTHON, "import math\nx = y == math.nan\n");
    private static final int MEGABYTE = 1 << 20;

    /** Every grammar, and texts that are no programs. */
    static Stream<Language> languages() {
        return Arrays.stream(Language.values()).filter(language -> ENGINE.reach(language) == Reach.PATTERNS);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void a_hundred_thousand_nested_brackets_cost_only_their_file(Language language) throws Exception {
        expectOnlyItself(language, "(".repeat(50_000) + ")".repeat(50_000));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void one_endless_line_costs_only_its_file(Language language) throws Exception {
        expectOnlyItself(language, "x = 'a' + ".repeat(MEGABYTE / 100));
    }

    @ParameterizedTest
    @EnumSource(names = {"PYTHON", "YAML"})
    void one_line_as_long_as_a_file_may_be_costs_only_its_file(Language language) throws Exception {
        expectOnlyItself(language, "x = 'a' + ".repeat(MEGABYTE));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void bytes_that_are_no_text_cost_only_their_file(Language language) throws Exception {
        StringBuilder noise = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            noise.append((char) ((i * 7919L) % 0xD7FF));
        }
        expectOnlyItself(language, noise.toString());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void bait_for_regular_expressions_costs_only_its_file(Language language) throws Exception {
        expectOnlyItself(
                language,
                "run: " + "curl -".repeat(20_000) + "\n" + " ".repeat(100_000) + "\npassword: " + "a".repeat(100_000));
    }

    @ParameterizedTest
    @MethodSource("bait")
    void bait_for_phrases_costs_next_to_nothing(String bait) throws Exception {
        String text = bait.repeat(MEGABYTE / 2 / bait.length());

        Analysis analysis = ENGINE.analyse(List.of(new SourceFile("bait.md", Language.MARKDOWN, text)));

        assertThat(analysis.unread()).isEmpty();
    }

    /** Words that a phrase begins with, over and over, and what can stand between them. */
    static Stream<String> bait() {
        return Stream.of(
                "instructions ignore all the of these other ",
                "ignore # * / > ; , ! + - | ",
                "forget your previous of your and or user ",
                "agent AI not report any the ",
                "reviewer LLM approve ",
                "reveal me us all of the full entire your system ",
                "you are no longer a code reviewe ",
                "\uDB40\uDC49x");
    }

    @Test
    void a_file_that_is_no_program_of_its_language_is_named() throws Exception {
        String prose = "It was the best of times; it was the worst of times: we had everything before us!\n".repeat(20);
        for (Language language : List.of(Language.GO, Language.RUST, Language.CSHARP)) {
            SourceFile file = new SourceFile("prose." + language.extensions().getFirst(), language, prose);

            Analysis analysis = ENGINE.analyse(List.of(file, ORDINARY));

            assertThat(analysis.unread())
                    .as(language.title())
                    .containsExactly(new UnreadFile(file.path(), "much of it could not be parsed", true));
        }
    }

    @Test
    void a_file_with_one_broken_function_is_read() throws Exception {
        String broken = "package a\n\nfunc broken( {\n" + "\nfunc f(x int) int {\n\treturn x + 1\n}\n".repeat(20);

        Analysis analysis = ENGINE.analyse(List.of(new SourceFile("a.go", Language.GO, broken)));

        assertThat(analysis.unread()).isEmpty();
    }

    @Test
    void a_file_that_takes_too_long_is_named() throws Exception {
        String everywhere = "f(" + "a, ".repeat(300_000) + "a)\n";

        Analysis analysis =
                ENGINE.analyse(List.of(new SourceFile("wide.py", Language.PYTHON, everywhere.repeat(4)), ORDINARY));

        assertThat(analysis.evidence()).extracting(Evidence::path).contains("ordinary.py");
        assertThat(analysis.unread()).extracting(UnreadFile::path).allMatch("wide.py"::equals);
    }

    private static void expectOnlyItself(Language language, String text) throws InterruptedException {
        List<SourceFile> files = new ArrayList<>(List.of(ORDINARY));
        files.add(new SourceFile("hostile." + language.extensions().getFirst(), language, text));

        Analysis analysis = ENGINE.analyse(files);

        assertThat(analysis.evidence()).extracting(Evidence::path).contains("ordinary.py");
        assertThat(analysis.unread()).extracting(UnreadFile::path).allMatch(path -> path.startsWith("hostile."));
    }
}
