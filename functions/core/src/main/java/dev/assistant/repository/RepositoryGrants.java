package dev.assistant.repository;

import dev.assistant.identity.UserId;
import java.time.Instant;
import java.util.Optional;

/** Everybody's own access to repositories, one each at most. It goes with the account. Thread-safe. */
public interface RepositoryGrants {
    /** What is known of somebody's. */
    Optional<RepositoryGrant> of(UserId owner);

    /** Somebody's with its token, for who may open it. */
    Optional<SealedGrant> sealed(UserId owner);

    /** Puts one in the place of what was there. */
    void put(UserId owner, SealedGrant grant);

    /** Forgets somebody's, if there is one. */
    void remove(UserId owner);

    /**
     * Records that the host accepted it. Says nothing of a token that was given after that one.
     *
     * @param grantedAt which one
     * @param expiresAt as far as the host says
     */
    void recordUse(UserId owner, Instant grantedAt, Optional<Instant> expiresAt, Instant now);

    /** Records that the host refused it. Says nothing of a token that was given after that one. */
    void recordRefusal(UserId owner, Instant grantedAt, Instant now);
}
