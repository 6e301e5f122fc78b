package dev.assistant.runtime.analysis.flow;

/** From offsets in the UTF-8 form of a text to offsets in the text. */
final class Utf8Offsets {
    private final int[] characterAt;

    Utf8Offsets(String text) {
        int[] found = new int[3 * text.length() + 1];
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            int length = length(text, i);
            for (int k = 0; k < length; k++) {
                found[bytes + k] = i;
            }
            bytes += length;
        }
        found[bytes] = text.length();
        characterAt = found;
    }

    /** The offset of the UTF-16 code unit that begins at the byte. */
    int character(int bytes) {
        return characterAt[bytes];
    }

    /** How many bytes a code unit makes; a pair of surrogates makes four, all counted with the first. */
    private static int length(String text, int index) {
        char c = text.charAt(index);
        if (Character.isSurrogate(c)) {
            boolean isPair = Character.isHighSurrogate(c)
                    && index + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(index + 1));
            boolean isSecond =
                    Character.isLowSurrogate(c) && index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
            return isPair ? 4 : isSecond ? 0 : 1;
        }
        return c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
    }
}
