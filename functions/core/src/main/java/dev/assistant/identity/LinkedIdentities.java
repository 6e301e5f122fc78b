package dev.assistant.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which account belongs to whom a provider knows. Thread-safe. */
public interface LinkedIdentities {
    /** By the provider's id of the person; what else the provider tells may change. */
    Optional<UserId> find(ProviderIdentity identity);

    /** Those of an account, by the provider's name; at most one of each provider. */
    List<LinkedIdentity> of(UserId owner);

    /**
     * Lets the identity into an account.
     *
     * @throws dev.assistant.failure.Failure.Conflict when another identity of the provider is linked with the account, or the
     *     identity with another account
     */
    void link(UserId owner, ProviderIdentity identity, Instant now);

    /**
     * Shuts the provider's identity out of an account.
     *
     * @throws dev.assistant.failure.Failure.NotFound when there is none of the provider
     * @throws dev.assistant.failure.Failure.Conflict when nothing else, neither a password nor another identity, would let
     *     anybody in
     */
    void unlink(UserId owner, Provider provider, Instant now);

    /**
     * Stores a new account with its identity, both or neither.
     *
     * @return false when the username is taken, and nothing was stored
     * @throws dev.assistant.failure.Failure.Conflict when the address or the identity has an account
     */
    boolean add(User user, ProviderIdentity identity);
}
