package dev.assistant.runtime.analysis;

import dev.assistant.review.SourceFile;

/**
 * The text that analysers get. They must count lines and columns as the product and editors do: a byte order mark is no character
 * of the first line, and only line feeds and carriage returns end a line, although to JavaScript two more characters do.
 */
public final class AnalysedText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char LINE_SEPARATOR = '\u2028';
    private static final char PARAGRAPH_SEPARATOR = '\u2029';

    private AnalysedText() {}

    /** The text of a file; as long as the file's content but for the byte order mark. */
    public static String of(SourceFile file) {
        String content = file.content();
        String text = !content.isEmpty() && content.charAt(0) == BYTE_ORDER_MARK ? content.substring(1) : content;
        return text.replace(LINE_SEPARATOR, ' ').replace(PARAGRAPH_SEPARATOR, ' ');
    }
}
