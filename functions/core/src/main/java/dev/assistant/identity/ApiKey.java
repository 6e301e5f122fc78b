package dev.assistant.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A key by which a program acts for its owner, without the secret.
 *
 * @param name what its owner calls it, at most 100 characters
 * @param prefix the first {@value #PREFIX_LENGTH} characters of the secret, by which its owner tells it from others
 * @param scopes what it may be used for, at least one
 * @param lastUsedAt to the minute; empty while it has not been used
 * @param expiresAt when it stops working; empty when it never does
 */
public record ApiKey(
        ApiKeyId id,
        UserId owner,
        String name,
        String prefix,
        Set<Scope> scopes,
        Optional<Instant> lastUsedAt,
        Optional<Instant> expiresAt,
        Instant createdAt) {
    public static final int PREFIX_LENGTH = 8;

    public ApiKey {
        scopes = Set.copyOf(scopes);
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("a key without a scope is of no use");
        }
    }
}
