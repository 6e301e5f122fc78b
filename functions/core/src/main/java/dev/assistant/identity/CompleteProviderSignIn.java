package dev.assistant.identity;

import dev.assistant.failure.Failure;

/** Lets somebody in who has come back from a provider. Thread-safe. */
public final class CompleteProviderSignIn {
    private final EndVisit visits;
    private final ProviderAccounts accounts;

    public CompleteProviderSignIn(EndVisit visits, ProviderAccounts accounts) {
        this.visits = visits;
        this.accounts = accounts;
    }

    /**
     * Uses the attempt up, whatever comes of it.
     *
     * @throws Failure as {@link EndVisit#identify} and {@link ProviderAccounts#signIn}
     */
    public SignedIn complete(SignInAttempt attempt, String code, Client client) {
        return accounts.signIn(visits.identify(attempt, code), client);
    }
}
