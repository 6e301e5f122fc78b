package dev.assistant.identity;

import java.time.Duration;
import java.time.Instant;

/**
 * A signed-in browser or client, and the family of refresh tokens that it has used (RFC 9700 section 4.14).
 *
 * @param expiresAt when the family ends however often it is refreshed
 */
public record Session(SessionId id, UserId user, Client client, Instant createdAt, Instant expiresAt) {
    /** How long a refresh token can be used (SPEC section 3). */
    public static final Duration REFRESH_LIFETIME = Duration.ofDays(7);

    /** How long a family can be kept alive by refreshing. */
    public static final Duration LONGEST = Duration.ofDays(30);

    /** How long an already used refresh token still works, for tabs that refresh at the same moment. */
    public static final Duration GRACE = Duration.ofSeconds(15);
}
