package dev.assistant.api.users;

import dev.assistant.identity.ApiKey;
import dev.assistant.identity.NewApiKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A new API key on the wire, with its secret (SPEC section 2). Grows only by optional fields. */
record NewApiKeyDocument(
        String id,
        String name,
        String key,
        String keyPrefix,
        List<String> scopes,
        @Nullable Instant expiresAt,
        Instant createdAt) {

    static NewApiKeyDocument of(NewApiKey created) {
        ApiKey key = created.key();
        return new NewApiKeyDocument(
                key.id().toString(),
                key.name(),
                created.secret(),
                key.prefix(),
                ScopeNames.write(key.scopes()),
                key.expiresAt().orElse(null),
                key.createdAt());
    }

    @Override
    public String toString() {
        return "NewApiKeyDocument[" + id + "]";
    }
}
