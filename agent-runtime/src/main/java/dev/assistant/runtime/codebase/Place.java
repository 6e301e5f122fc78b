package dev.assistant.runtime.codebase;

import dev.assistant.runtime.codebase.outline.Outline;

/**
 * Lines of a file that are worth showing.
 *
 * @param kind what stands there, such as {@code function} or {@code call}
 * @param name what it is about, dotted
 * @param firstLine from 1
 * @param text a signature or the line itself
 */
public record Place(String path, int firstLine, int lastLine, String kind, String name, String text) {
    static final int LONGEST_TEXT = 240;

    static String shortened(String text) {
        String stripped = text.strip();
        return stripped.length() > LONGEST_TEXT ? stripped.substring(0, LONGEST_TEXT) + "…" : stripped;
    }

    static String line(Outline outline, int line) {
        return shortened(outline.source().lineText(line));
    }
}
