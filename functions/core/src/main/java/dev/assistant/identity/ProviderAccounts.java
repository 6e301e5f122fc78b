package dev.assistant.identity;

/** Lets people in whom a provider knows. Thread-safe. */
@FunctionalInterface
public interface ProviderAccounts {
    /**
     * Opens a session, after making or linking the account where there is none yet.
     *
     * @throws dev.assistant.failure.Failure.Forbidden when the provider has not verified the address, or the account is closed
     * @throws dev.assistant.failure.Failure.Conflict when an account with the address may be somebody else's
     * @throws dev.assistant.failure.Failure.Unavailable when it does not work at the moment
     */
    SignedIn signIn(ProviderIdentity identity, Client client);
}
