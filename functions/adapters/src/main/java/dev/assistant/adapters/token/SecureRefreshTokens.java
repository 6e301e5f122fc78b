package dev.assistant.adapters.token;

import dev.assistant.identity.RefreshToken;
import dev.assistant.identity.RefreshTokens;
import dev.assistant.identity.Secrets;

/** Refresh tokens of 256 random bits in base64url. Thread-safe. */
public final class SecureRefreshTokens implements RefreshTokens {
    private final Secrets secrets = new SecureSecrets();

    @Override
    public RefreshToken next() {
        return new RefreshToken(secrets.next());
    }
}
