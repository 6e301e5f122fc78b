package dev.assistant.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An opaque 256-bit token that buys the next access token, once. Only its hash is stored. */
public record RefreshToken(String text) {
    /** SHA-256 in hex. The token is random, so no salt or slowness is needed. */
    public String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "RefreshToken[hidden]";
    }
}
