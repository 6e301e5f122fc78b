package dev.assistant.runtime.analysis;

import dev.assistant.review.SourceFile;
import java.util.Optional;

/**
 * Tells which files are not given to analysers that parse, because parsers written for people's code need memory or stack out of
 * all proportion to them: 40 KB of brackets exhaust a 512 MB heap.
 */
public final class Hazards {
    /** In characters. The JavaScript analyser takes no more; the slowest parser needs half a minute for as many. */
    private static final int LARGEST = 1_000_000;

    /** Far above what people and most generators write, far below what breaks a parser. */
    private static final int DEEPEST = 200;

    private Hazards() {}

    /** Why the file had better not be parsed, in words for the submitter; empty when it may be. */
    public static Optional<String> in(SourceFile file) {
        if (file.content().length() > LARGEST) {
            return Optional.of("it is longer than 1,000,000 characters");
        }
        return depth(file.content()) > DEEPEST
                ? Optional.of("its brackets are nested more than " + DEEPEST + " deep")
                : Optional.empty();
    }

    /** The deepest nesting of brackets, those in strings and comments included. */
    private static int depth(String content) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < content.length(); i++) {
            switch (content.charAt(i)) {
                case '(', '[', '{' -> deepest = Math.max(deepest, ++depth);
                case ')', ']', '}' -> depth = Math.max(0, depth - 1);
                default -> {}
            }
        }
        return deepest;
    }
}
