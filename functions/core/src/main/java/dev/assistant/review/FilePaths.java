package dev.assistant.review;

import java.util.Optional;

/** Which paths files may have: relative, inside the review, the same on every system (CWE-22). */
public final class FilePaths {
    private static final int LONGEST = 500;

    private FilePaths() {}

    /** Why the path may not be used; empty when it may. */
    public static Optional<String> complaint(String path) {
        if (path.isBlank() || path.length() > LONGEST) {
            return Optional.of("Use a path of 1 to " + LONGEST + " characters.");
        }
        if (path.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("Leave control characters out of the path.");
        }
        if (path.indexOf('\\') >= 0) {
            return Optional.of("Separate folders with forward slashes.");
        }
        if (path.startsWith("/") || path.matches("[A-Za-z]:.*")) {
            return Optional.of("Use a path relative to the project's folder.");
        }
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return Optional.of("Leave out empty parts, \".\" and \"..\".");
            }
        }
        return Optional.empty();
    }
}
