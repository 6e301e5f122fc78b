package dev.assistant.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes texts that nobody can guess: 256 bits from a secure source of randomness, in base64url. Thread-safe. */
@FunctionalInterface
public interface Secrets {
    String next();

    /** SHA-256 in hex: all that is stored of a secret. It is random, so no salt or slowness is needed. */
    static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
