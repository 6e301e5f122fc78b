package dev.assistant.runtime.analysis.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import dev.assistant.review.TextRange;
import org.junit.jupiter.api.Test;

class SourceTextTest {
    @Test
    void counts_lines_by_line_feed_carriage_return_and_both() {
        SourceText text = text("a\nb\r\nc\rd");

        assertThat(text.lines()).isEqualTo(4);
        assertThat(text.range(new Span(7, 8))).isEqualTo(new TextRange(4, 1, 4, 2));
    }

    @Test
    void counts_columns_in_utf_16_units() {
        SourceText text = text("x = '😀' + y");

        assertThat(text.range(new Span(11, 12))).isEqualTo(new TextRange(1, 12, 1, 13));
    }

    @Test
    void leaves_a_byte_order_mark_out_of_the_first_line() {
        SourceText text = text("\uFEFFx = 1\ny = 2");

        assertThat(text.range(new Span(1, 2))).isEqualTo(new TextRange(1, 1, 1, 2));
        assertThat(text.range(new Span(7, 8))).isEqualTo(new TextRange(2, 1, 2, 2));
    }

    @Test
    void counts_a_tab_as_one_column() {
        assertThat(text("\t\tx").range(new Span(2, 3))).isEqualTo(new TextRange(1, 3, 1, 4));
    }

    private static SourceText text(String content) {
        return new SourceText(new SourceFile("a.py", Language.PYTHON, content));
    }
}
