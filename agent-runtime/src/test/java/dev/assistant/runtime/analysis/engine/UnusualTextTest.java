package dev.assistant.runtime.analysis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.review.Evidence;
import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import dev.assistant.review.TextRange;
import dev.assistant.runtime.analysis.AnalysisEngine.Analysis;
import dev.assistant.runtime.analysis.AnalysisEngine.UnreadFile;
import dev.assistant.runtime.analysis.syntax.SyntaxParser;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that people seldom write. */
@Timeout(120)
class UnusualTextTest {
    private static final int BRACKETS = 20_000;
    private static final int MEGABYTE = 1 << 20;

    @ParameterizedTest
    @ValueSource(
            strings = {"import hashlib\n", "import hashlib\r\n", "\uFEFFimport hashlib\n", "import hashlib  # ä𝄞🎈\r\n"
            })
    void what_comes_before_does_not_move_a_finding(String before) throws Exception {
        assertThat(Engine.evidence(Language.PYTHON, before + "x = hashlib.md5(b'')\n"))
                .extracting(Evidence::range)
                .containsExactly(new TextRange(2, 5, 2, 21));
    }

    @Test
    void columns_count_tabs_once_and_letters_outside_the_basic_plane_twice() throws Exception {
        String code = "import hashlib\r\ndef f():\r\n\tt = '🎈'; hashlib.md5(t)\r\n";

        assertThat(Engine.evidence(Language.PYTHON, code))
                .extracting(Evidence::range)
                .containsExactly(new TextRange(3, 12, 3, 26));
    }

    @Test
    void a_byte_order_mark_is_not_counted_on_its_own_line() throws Exception {
        assertThat(Engine.evidence(Language.PYTHON, "\uFEFFimport hashlib; hashlib.md5(b'')\n"))
                .extracting(Evidence::range)
                .containsExactly(new TextRange(1, 17, 1, 33));
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"PYTHON", "JAVA"})
    void very_deep_nesting_is_named_as_not_wholly_analysed(Language language) throws Exception {
        String deep = "(".repeat(BRACKETS) + "1" + ")".repeat(BRACKETS);
        String code = language == Language.JAVA ? "class A { int a = " + deep + "; }\n" : "a = " + deep + "\n";

        Analysis analysis = Engine.analyse(language, code);

        assertThat(analysis.unread()).extracting(UnreadFile::reason).hasSize(1).noneMatch(String::isBlank);
    }

    @Test
    void a_line_of_a_megabyte_is_read() throws Exception {
        String code = "import hashlib\nt = '" + "x".repeat(MEGABYTE) + "'; hashlib.md5(b'')\n";

        Analysis analysis = Engine.analyse(Language.PYTHON, code);

        assertThat(analysis.unread()).isEmpty();
        assertThat(analysis.evidence())
                .extracting(report -> report.range().startLine())
                .containsExactly(2);
    }

    @Test
    void a_line_of_a_megabyte_of_operations_comes_to_an_end() throws Exception {
        Analysis analysis = Engine.analyse(Language.PYTHON, "a = x" + " + x".repeat(MEGABYTE / 4) + "\n");

        assertThat(analysis.evidence()).isEmpty();
        assertThat(analysis.unread()).hasSize(1);
    }

    @Test
    void a_file_above_the_limits_is_named_and_the_others_are_read() throws Exception {
        SyntaxParser.Limits small = new SyntaxParser.Limits(100, 1_000, Duration.ofSeconds(10));
        try (SourceCodeEngine engine = new SourceCodeEngine(small)) {
            Analysis analysis = engine.analyse(List.of(
                    new SourceFile("long.py", Language.PYTHON, "a = 1\n".repeat(100)),
                    new SourceFile("short.py", Language.PYTHON, "import hashlib\nhashlib.md5(b'')\n")));

            assertThat(analysis.unread()).extracting(UnreadFile::path).containsExactly("long.py");
            assertThat(analysis.evidence()).extracting(Evidence::path).containsExactly("short.py");
        }
    }
}
