package dev.assistant.limit;

import java.time.Instant;

/**
 * Counts takes by key in sliding windows, shared by all processes. Thread-safe.
 *
 * <p>A refused take is not counted.
 */
public interface RateLimiter {
    /**
     * Takes once under a key.
     *
     * @param key whose takes are counted together, such as {@code requests#<user id>}; never a secret
     * @throws dev.assistant.failure.Failure.Unavailable when the counters cannot be reached; callers decide which way to fail
     */
    Allowance take(String key, Limit limit, Instant now);

    /**
     * Undoes one take, as if it had never been made: a sign-in is counted before its password is checked, and a good one
     * must not use up what others behind the same address have.
     *
     * @param taken the moment that was passed to {@link #take}
     */
    void giveBack(String key, Limit limit, Instant taken);

    /** Forgets the takes of a key, such as failed logins after a good one. */
    void forget(String key);
}
