package dev.assistant.runtime.agent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells apart the versions of what ships with the product, so that a result can say what it was made with. */
public final class Identity {
    private static final int HASH_CHARACTERS = 12;

    private Identity() {}

    /** The name and the beginning of the text's SHA-256, such as {@code code_analyzer.v1@3f2a9c…}. */
    public static String of(String name, String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return name + "@" + HexFormat.of().formatHex(hash).substring(0, HASH_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
