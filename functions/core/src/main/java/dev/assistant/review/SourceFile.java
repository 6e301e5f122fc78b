package dev.assistant.review;

import java.nio.charset.StandardCharsets;

/**
 * A file as submitted.
 *
 * @param path relative, with forward slashes, without {@code ..}; unique within a review
 * @param content the text as submitted, line ends included
 */
public record SourceFile(String path, Language language, String content) {
    /** How many lines an editor would show; an empty file has none. */
    public int lines() {
        return content.isEmpty() ? 0 : (int) content.lines().count();
    }

    /** Its size in UTF-8. */
    public long bytes() {
        return content.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public String toString() {
        return "SourceFile[" + path + ", " + content.length() + " characters]";
    }
}
