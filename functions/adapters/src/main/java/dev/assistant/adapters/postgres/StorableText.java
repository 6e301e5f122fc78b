package dev.assistant.adapters.postgres;

/**
 * Text as PostgreSQL takes it. It refuses the NUL character and halves of surrogate pairs, which submitted code may well
 * contain; each becomes one U+FFFD, so lines and columns stay as they are.
 */
final class StorableText {
    private static final char REPLACEMENT = '\uFFFD';
    private static final String ESCAPED_NUL = "\\u0000";

    private StorableText() {}

    static String plain(String text) {
        StringBuilder safe = null;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == 0 || isHalfPair(text, i)) {
                safe = safe == null ? new StringBuilder(text) : safe;
                safe.setCharAt(i, REPLACEMENT);
            }
        }
        return safe == null ? text : safe.toString();
    }

    /** The same for a JSON document, where NUL is written as an escape. */
    static String json(String document) {
        if (!document.contains(ESCAPED_NUL)) {
            return plain(document);
        }
        StringBuilder safe = new StringBuilder(document);
        for (int i = 0; i < safe.length(); i++) {
            if (safe.charAt(i) == '\\') {
                if (document.startsWith(ESCAPED_NUL, i)) {
                    safe.replace(i, i + ESCAPED_NUL.length(), "\\ufffd");
                }
                i++; // whatever is escaped is no escape itself
            }
        }
        return plain(safe.toString());
    }

    private static boolean isHalfPair(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
