package dev.assistant.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody asks for when they make a key; nothing of it is checked yet.
 *
 * @param idempotencyKey as sent with the request, so that sending it again makes no second key
 */
public record ApiKeyRequest(
        String name, Set<Scope> scopes, Optional<Instant> expiresAt, Optional<String> idempotencyKey) {
    public ApiKeyRequest {
        scopes = Set.copyOf(scopes);
    }
}
