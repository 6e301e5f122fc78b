package dev.assistant.runtime.analysis;

import dev.assistant.review.TextRange;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A text by lines and columns, both counted from 1; columns in UTF-16 code units. Lines end at a line feed, a carriage return, or
 * both. Immutable.
 */
public final class Lines {
    private final String text;
    private final int[] starts;

    public Lines(String text) {
        this.text = text;
        IntStream.Builder found = IntStream.builder().add(0);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pairFollows = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c == '\n' || (c == '\r' && !pairFollows)) {
                found.add(i + 1);
            }
        }
        starts = found.build().toArray();
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** Where in the text a place is; -1 when there is no such place. */
    public int offset(int line, int column) {
        if (line > starts.length) {
            return -1;
        }
        int offset = starts[line - 1] + column - 1;
        int end = line < starts.length ? starts[line] : text.length();
        return offset <= end ? offset : -1;
    }

    /** What is written in a range that the text has; nothing when it has not. */
    public String text(TextRange range) {
        int from = offset(range.startLine(), range.startColumn());
        int to = offset(range.endLine(), range.endColumn());
        return from < 0 || to < from ? "" : text.substring(from, to);
    }

    /** A line with its end; nothing when there is no such line. */
    public String text(int line) {
        if (line > starts.length) {
            return "";
        }
        return text.substring(starts[line - 1], line < starts.length ? starts[line] : text.length());
    }

    /** The stretch from one place in the text to another. */
    public TextRange range(int from, int to) {
        int first = line(from);
        int last = line(to);
        return new TextRange(first, from - starts[first - 1] + 1, last, to - starts[last - 1] + 1);
    }

    /** The first line, without its end. */
    public TextRange first() {
        int length = (int) text.chars().takeWhile(c -> c != '\n' && c != '\r').count();
        return new TextRange(1, 1, 1, length + 1);
    }

    private int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
