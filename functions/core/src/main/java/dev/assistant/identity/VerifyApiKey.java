package dev.assistant.identity;

import dev.assistant.failure.Failure;
import java.time.InstantSource;

/** Finds out whom an API key lets in. Thread-safe. */
public final class VerifyApiKey {
    private final ApiKeys keys;
    private final InstantSource clock;

    public VerifyApiKey(ApiKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** @throws Failure.NotSignedIn when the key is unknown or expired, or its account is closed */
    public Caller verify(String secret) {
        return keys.use(Secrets.hash(secret), clock.instant())
                .orElseThrow(() -> new Failure.NotSignedIn("The API key does not hold. Make another in the settings."));
    }
}
