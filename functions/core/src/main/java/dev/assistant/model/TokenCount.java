package dev.assistant.model;

import java.nio.charset.StandardCharsets;

/** How many tokens a text has, without asking the model: rather too many than too few. */
public final class TokenCount {
    /** Fewer bytes than code has to a token with any usual tokenizer; prose has more. */
    private static final int BYTES_PER_TOKEN = 3;

    private TokenCount() {}

    /** How many tokens a text has at most, near enough. */
    public static long most(String text) {
        return mostOf(text.getBytes(StandardCharsets.UTF_8).length);
    }

    /** The same for a text of which only the size is known. */
    public static long mostOf(long bytes) {
        return Math.ceilDiv(bytes, BYTES_PER_TOKEN);
    }
}
