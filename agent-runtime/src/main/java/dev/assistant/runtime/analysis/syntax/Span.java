package dev.assistant.runtime.analysis.syntax;

/**
 * A stretch of a text.
 *
 * @param start offset of the first UTF-16 code unit, from 0
 * @param end offset after the last one
 */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + " to " + end);
        }
    }

    /** The smallest span that holds both. */
    public Span to(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }

    /** Whether the other lies within. */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }
}
