package dev.assistant.runtime.codebase.chunk;

import dev.assistant.review.Language;

/**
 * A piece of a file.
 *
 * @param kind {@code function}, {@code type}, {@code module} for what stands outside both, or {@code text}
 * @param name what it is the code of, dotted; empty for {@code module} and {@code text}
 * @param context what must be known to understand it: the enclosing type, and in a later piece of a function its signature; may be
 *     empty
 * @param firstLine from 1
 * @param lastLine the last one it holds
 * @param code its lines as they stand in the file
 */
public record Chunk(
        String path,
        Language language,
        String kind,
        String name,
        String context,
        int firstLine,
        int lastLine,
        String code) {
    /** What is embedded. */
    public String text() {
        return context.isEmpty() ? code : context + "\n" + code;
    }

    @Override
    public String toString() {
        return "Chunk[" + path + ":" + firstLine + "-" + lastLine + " " + name + "]";
    }
}
