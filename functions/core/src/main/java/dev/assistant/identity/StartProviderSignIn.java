package dev.assistant.identity;

import java.net.URI;
import java.time.InstantSource;

/** Sends somebody to a provider. Thread-safe. */
public final class StartProviderSignIn {
    private final IdentityProviders providers;
    private final SignInAttempts attempts;
    private final Secrets secrets;
    private final InstantSource clock;

    public StartProviderSignIn(
            IdentityProviders providers, SignInAttempts attempts, Secrets secrets, InstantSource clock) {
        this.providers = providers;
        this.attempts = attempts;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Where to go, and what the browser keeps until it is back. */
    public record Started(URI authorization, String browserSecret) {
        @Override
        public String toString() {
            return "Started[hidden]";
        }
    }

    /**
     * @throws dev.assistant.failure.Failure.Conflict when the provider is not set up here
     * @throws dev.assistant.failure.Failure.Unavailable when the visit cannot be noted
     */
    public Started start(Provider provider, SignInAttempt.Purpose purpose) {
        OfferedProvider.require(providers, provider);
        SignInAttempt attempt = new SignInAttempt(provider, purpose, secrets.next(), secrets.next());
        attempts.begin(attempt, clock.instant().plus(SignInAttempt.LIFETIME));
        return new Started(providers.authorization(attempt), attempt.browserSecret());
    }
}
