package dev.assistant.identity;

/** Links people whom a provider knows with the accounts they are signed in to. Thread-safe. */
@FunctionalInterface
public interface ProviderLinks {
    /**
     * Uses the proof's ticket up.
     *
     * @throws dev.assistant.failure.Failure.NotSignedIn when the access token does not hold
     * @throws dev.assistant.failure.Failure.Forbidden when the ticket does not hold in this session
     * @throws dev.assistant.failure.Failure.Conflict when the identity is linked with another account, or the account with
     *     another identity of the provider
     * @throws dev.assistant.failure.Failure.Unavailable when it does not work at the moment
     */
    void link(ProviderIdentity identity, LinkProof proof);
}
