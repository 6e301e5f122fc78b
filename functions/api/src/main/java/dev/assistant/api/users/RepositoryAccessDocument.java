package dev.assistant.api.users;

import dev.assistant.repository.RepositoryGrant;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An own access to repositories on the wire, without its token. Grows only by optional fields. */
record RepositoryAccessDocument(
        boolean granted,
        @Nullable Instant grantedAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant refusedAt) {
    private static final RepositoryAccessDocument NONE = new RepositoryAccessDocument(false, null, null, null, null);

    static RepositoryAccessDocument of(Optional<RepositoryGrant> grant) {
        return grant.map(RepositoryAccessDocument::of).orElse(NONE);
    }

    static RepositoryAccessDocument of(RepositoryGrant grant) {
        return new RepositoryAccessDocument(
                true,
                grant.grantedAt(),
                grant.lastUsedAt().orElse(null),
                grant.expiresAt().orElse(null),
                grant.refusedAt().orElse(null));
    }
}
