package dev.assistant.api.users;

import dev.assistant.identity.ApiKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An API key on the wire, without its secret. Grows only by optional fields. */
record ApiKeyDocument(
        String id,
        String name,
        String keyPrefix,
        List<String> scopes,
        @Nullable Instant lastUsedAt,
        @Nullable Instant expiresAt,
        Instant createdAt) {

    static ApiKeyDocument of(ApiKey key) {
        return new ApiKeyDocument(
                key.id().toString(),
                key.name(),
                key.prefix(),
                ScopeNames.write(key.scopes()),
                key.lastUsedAt().orElse(null),
                key.expiresAt().orElse(null),
                key.createdAt());
    }
}
