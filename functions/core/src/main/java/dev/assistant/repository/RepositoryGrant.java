package dev.assistant.repository;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a person's own access to repositories. The token itself is not here.
 *
 * @param grantedAt when its person entrusted it
 * @param lastUsedAt when a worker last used it; to the hour
 * @param expiresAt when it ends, if the host has said so
 * @param refusedAt when the host no longer accepted it; only another token helps then
 */
public record RepositoryGrant(
        Instant grantedAt, Optional<Instant> lastUsedAt, Optional<Instant> expiresAt, Optional<Instant> refusedAt) {

    /** One that was just given. */
    public static RepositoryGrant given(Instant at) {
        return new RepositoryGrant(at, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
