package dev.assistant.runtime.analysis.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyntaxParserTest {
    private final SyntaxParser parser = new SyntaxParser(SyntaxParser.Limits.usual());

    @Test
    void gives_every_node_its_exact_text() throws SyntaxParser.NotParsed {
        SyntaxTree tree = parser.parse(source(Language.PYTHON, "\uFEFFname = 'é😀'\r\nprint(name)\r\n"));

        SyntaxNode call = tree.root().parts().getLast().parts().getFirst();
        assertThat(call.type()).isEqualTo("call");
        assertThat(call.text()).isEqualTo("print(name)");
        assertThat(call.child("function").map(SyntaxNode::text)).contains("print");
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"PYTHON", "JAVASCRIPT", "TYPESCRIPT", "JAVA"})
    void parses_code_that_makes_no_sense(Language language) throws SyntaxParser.NotParsed {
        SyntaxTree tree = parser.parse(source(language, ")( {[ class def function \u0000\uD83D = = ;;; '"));

        assertThat(tree.size()).isPositive();
    }

    @Test
    void refuses_a_file_that_is_too_long() {
        SyntaxParser strict = new SyntaxParser(new SyntaxParser.Limits(10, 1000, Duration.ofSeconds(1)));

        assertThatThrownBy(() -> strict.parse(source(Language.PYTHON, "x = 1 + 2 + 3")))
                .isInstanceOf(SyntaxParser.NotParsed.class)
                .hasMessageContaining("more than 10 characters");
    }

    @Test
    void refuses_a_file_with_too_many_nodes() {
        SyntaxParser strict = new SyntaxParser(new SyntaxParser.Limits(1000, 20, Duration.ofSeconds(1)));

        assertThatThrownBy(() -> strict.parse(source(Language.PYTHON, "x = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]")))
                .hasMessageContaining("more than 20 syntax nodes");
    }

    @Test
    void gives_up_when_time_is_over() {
        SyntaxParser strict = new SyntaxParser(new SyntaxParser.Limits(1_000_000, 1_000_000, Duration.ZERO));

        assertThatThrownBy(() -> strict.parse(source(Language.PYTHON, "x = 1\n".repeat(20_000))))
                .hasMessageContaining("parsing took longer");
    }

    private static SourceText source(Language language, String content) {
        return new SourceText(new SourceFile("a", language, content));
    }
}
