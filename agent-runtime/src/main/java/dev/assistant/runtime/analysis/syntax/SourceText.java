package dev.assistant.runtime.analysis.syntax;

import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import dev.assistant.review.TextRange;
import java.util.Arrays;

/**
 * A file's text, and where in it things stand. Lines end at LF, CRLF or CR. A byte order mark at the start takes no column, as
 * editors hide it. Immutable.
 */
public final class SourceText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final SourceFile file;
    private final int[] lineStarts;

    public SourceText(SourceFile file) {
        this.file = file;
        this.lineStarts = lineStarts(file.content());
    }

    /** The file's path as submitted. */
    public String path() {
        return file.path();
    }

    /** The language it is in. */
    public Language language() {
        return file.language();
    }

    /** The whole text, byte order mark included. */
    public String content() {
        return file.content();
    }

    /** The text of a stretch. */
    public String slice(Span span) {
        return content().substring(span.start(), span.end());
    }

    /** The line of an offset, from 1. */
    public int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The text of a line, without its end. */
    public String lineText(int line) {
        int start = lineStarts[line - 1];
        int end = line < lineStarts.length ? lineStarts[line] : content().length();
        return content().substring(start, end).stripTrailing();
    }

    /** How many lines there are; at least 1. */
    public int lines() {
        return lineStarts.length;
    }

    /** A stretch in lines and columns. */
    public TextRange range(Span span) {
        int startLine = line(span.start());
        int endLine = line(span.end());
        return new TextRange(startLine, column(startLine, span.start()), endLine, column(endLine, span.end()));
    }

    private int column(int line, int offset) {
        return Math.max(1, offset - lineStarts[line - 1] + 1);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        starts[0] = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean carriageReturnAlone = c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
            if (c == '\n' || carriageReturnAlone) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
