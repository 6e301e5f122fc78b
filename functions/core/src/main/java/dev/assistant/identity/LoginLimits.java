package dev.assistant.identity;

import dev.assistant.failure.Failure;
import dev.assistant.limit.Allowance;
import dev.assistant.limit.Limit;
import dev.assistant.limit.LimitKey;
import dev.assistant.limit.RateLimiter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Slows down guessing: 5 failed sign-ins in 15 minutes per account and per network address (SPEC section 3, CWE-307).
 *
 * <p>An attempt is counted before the password is looked at, so that guesses sent side by side are counted too. A good one is
 * given back. When the counters cannot be reached nobody signs in: guessing without a limit would be worse. Keys hold hashes,
 * so the counters tell nobody's address. Thread-safe.
 */
public final class LoginLimits {
    public static final Limit LIMIT = new Limit(5, Duration.ofMinutes(15));

    private final RateLimiter limiter;

    public LoginLimits(RateLimiter limiter) {
        this.limiter = limiter;
    }

    /**
     * Counts an attempt.
     *
     * @throws Failure.LimitReached when there were too many
     * @throws Failure.Unavailable when the counters cannot be reached
     */
    void attempt(String account, Client client, Instant now) {
        take(addressKey(client), now);
        take(accountKey(account), now);
    }

    /** Takes a good attempt out of the count, and the failures of its account with it. */
    void succeeded(String account, Client client, Instant attempted) {
        limiter.giveBack(addressKey(client), LIMIT, attempted);
        limiter.forget(accountKey(account));
    }

    /** Forgets the failures of an account whose owner has shown in another way who they are. */
    void forgive(String account) {
        limiter.forget(accountKey(account));
    }

    private void take(String key, Instant now) {
        Allowance allowance = limiter.take(key, LIMIT, now);
        if (!allowance.allowed()) {
            throw new Failure.LimitReached(
                    "There were too many attempts to sign in. Wait until the time in Retry-After has passed.",
                    allowance.resetAfter());
        }
    }

    private static String accountKey(String account) {
        return "login#account#" + LimitKey.of(account.strip().toLowerCase(Locale.ROOT));
    }

    private static String addressKey(Client client) {
        return "login#address#" + LimitKey.ofAddress(client.address());
    }
}
