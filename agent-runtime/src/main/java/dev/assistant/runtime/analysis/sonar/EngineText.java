package dev.assistant.runtime.analysis.sonar;

import dev.assistant.review.SourceFile;

/**
 * The text that plugins get. They must count lines and columns as the product does: a byte order mark is no character of the
 * first line (SARIF 2.1.0 section 3.30.1), and only line feeds and carriage returns end a line, although to JavaScript two more
 * characters do.
 */
final class EngineText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char LINE_SEPARATOR = '\u2028';
    private static final char PARAGRAPH_SEPARATOR = '\u2029';

    private EngineText() {}

    static String of(SourceFile file) {
        String content = file.content();
        String text = !content.isEmpty() && content.charAt(0) == BYTE_ORDER_MARK ? content.substring(1) : content;
        return text.replace(LINE_SEPARATOR, ' ').replace(PARAGRAPH_SEPARATOR, ' ');
    }
}
