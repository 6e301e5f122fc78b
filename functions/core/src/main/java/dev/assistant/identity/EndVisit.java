package dev.assistant.identity;

import dev.assistant.failure.Failure;
import java.time.InstantSource;

/** Finds out who has come back from a provider. Thread-safe. */
public final class EndVisit {
    private final IdentityProviders providers;
    private final SignInAttempts attempts;
    private final InstantSource clock;

    public EndVisit(IdentityProviders providers, SignInAttempts attempts, InstantSource clock) {
        this.providers = providers;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * Uses the attempt up, whatever comes of it: a code that failed is not tried twice.
     *
     * @throws Failure.Invalid when the visit was not begun in this browser for this, has ended, or its code does not hold
     * @throws Failure.Conflict when the provider is not set up here; else as {@link IdentityProviders#identify}
     */
    public ProviderIdentity identify(SignInAttempt attempt, String code) {
        OfferedProvider.require(providers, attempt.provider());
        if (!attempts.end(attempt, clock.instant())) {
            throw new Failure.Invalid(
                    "state",
                    "This visit was not started in this browser, was used already, or took longer than %d minutes. Start again."
                            .formatted(SignInAttempt.LIFETIME.toMinutes()));
        }
        return providers.identify(attempt, code);
    }
}
