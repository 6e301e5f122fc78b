package dev.assistant.review;

/**
 * A stretch of a file. Lines and columns count from 1, columns in UTF-16 code units; the end column is the one after the last
 * (as in SARIF 2.1.0 section 3.30 with {@code columnKind: utf16CodeUnits}, and as editors count).
 */
public record TextRange(int startLine, int startColumn, int endLine, int endColumn) implements Comparable<TextRange> {
    public TextRange {
        if (startLine < 1
                || startColumn < 1
                || endLine < startLine
                || (endLine == startLine && endColumn < startColumn)) {
            throw new IllegalArgumentException(
                    "not a range: %d:%d to %d:%d".formatted(startLine, startColumn, endLine, endColumn));
        }
    }

    /** Whether the two share a line. */
    public boolean sharesLineWith(TextRange other) {
        return startLine <= other.endLine && other.startLine <= endLine;
    }

    @Override
    public int compareTo(TextRange other) {
        int byLine = Integer.compare(startLine, other.startLine);
        return byLine != 0 ? byLine : Integer.compare(startColumn, other.startColumn);
    }
}
