package dev.assistant.identity;

import dev.assistant.failure.Failure;
import java.time.InstantSource;

/** Lets somebody in who has come back from a provider. Thread-safe. */
public final class CompleteProviderSignIn {
    private final IdentityProviders providers;
    private final SignInAttempts attempts;
    private final ProviderAccounts accounts;
    private final InstantSource clock;

    public CompleteProviderSignIn(
            IdentityProviders providers, SignInAttempts attempts, ProviderAccounts accounts, InstantSource clock) {
        this.providers = providers;
        this.attempts = attempts;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Uses the attempt up, whatever comes of it: a code that failed is not tried twice.
     *
     * @throws Failure.Invalid when the visit was not begun in this browser, has ended, or its code does not hold
     * @throws Failure.Conflict when the provider is not set up here; else as {@link IdentityProviders#identify} and {@link
     *     ProviderAccounts#signIn}
     */
    public SignedIn complete(SignInAttempt attempt, String code, Client client) {
        OfferedProvider.require(providers, attempt.provider());
        if (!attempts.end(attempt, clock.instant())) {
            throw new Failure.Invalid(
                    "state",
                    "This sign-in was not started in this browser, was used already, or took longer than %d minutes. Start again."
                            .formatted(SignInAttempt.LIFETIME.toMinutes()));
        }
        return accounts.signIn(providers.identify(attempt, code), client);
    }
}
