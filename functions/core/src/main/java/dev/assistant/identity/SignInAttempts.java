package dev.assistant.identity;

import java.time.Instant;

/** The visits to providers that have begun and not ended, by hashes of their secrets. Thread-safe. */
public interface SignInAttempts {
    /** @throws dev.assistant.failure.Failure.Unavailable when it cannot be noted */
    void begin(SignInAttempt attempt, Instant expiresAt);

    /**
     * Ends a visit. One succeeds of several who try at once; whoever has the state without the browser's secret ends nothing.
     *
     * @return false when no such visit has begun in this browser with this provider and for this purpose, it has ended, or it took too long
     * @throws dev.assistant.failure.Failure.Unavailable when that cannot be found out
     */
    boolean end(SignInAttempt attempt, Instant now);
}
