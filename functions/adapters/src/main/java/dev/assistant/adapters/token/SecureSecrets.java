package dev.assistant.adapters.token;

import dev.assistant.identity.Secrets;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets of 256 random bits in base64url, 43 characters. Thread-safe. */
public final class SecureSecrets implements Secrets {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
