package dev.assistant.identity;

/** Makes refresh tokens from a secure source of randomness. Thread-safe. */
@FunctionalInterface
public interface RefreshTokens {
    RefreshToken next();
}
