package dev.assistant.adapters.token;

import dev.assistant.identity.RefreshToken;
import dev.assistant.identity.RefreshTokens;
import java.security.SecureRandom;
import java.util.Base64;

/** Refresh tokens of 256 random bits in base64url. Thread-safe. */
public final class SecureRefreshTokens implements RefreshTokens {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    @Override
    public RefreshToken next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
