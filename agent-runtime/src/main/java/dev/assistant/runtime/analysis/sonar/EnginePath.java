package dev.assistant.runtime.analysis.sonar;

import dev.assistant.review.SourceFile;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The paths that files have for the engine. They are as submitted, as far as any file system in any locale takes them: plugins
 * go by names, and by where files are to each other.
 */
final class EnginePath {
    private static final String SAFE = "._-+@";
    private static final int LONGEST_PART = 120;

    private EnginePath() {}

    /** The file's path. */
    static String of(SourceFile file) {
        return Arrays.stream(file.path().split("/")).map(EnginePath::safe).collect(Collectors.joining("/"));
    }

    /** The file's path, with the ending that plugins expect of the language where it has another or none. */
    static String withEnding(SourceFile file) {
        String path = of(file);
        String lower = path.toLowerCase(Locale.ROOT);
        boolean expected = file.language().extensions().stream().anyMatch(extension -> lower.endsWith("." + extension));
        return expected ? path : path + "." + file.language().extensions().getFirst();
    }

    private static String safe(String part) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || SAFE.indexOf(c) >= 0)) {
                safe.append(c);
            } else {
                safe.append("_%04x".formatted((int) c));
            }
        }
        if (safe.length() <= LONGEST_PART) {
            return safe.toString();
        }
        String hash = "%08x".formatted(part.hashCode());
        return hash + safe.substring(safe.length() - LONGEST_PART + hash.length());
    }
}
