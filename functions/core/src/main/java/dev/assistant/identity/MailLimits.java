package dev.assistant.identity;

import dev.assistant.failure.Failure;
import dev.assistant.limit.Allowance;
import dev.assistant.limit.Limit;
import dev.assistant.limit.LimitKey;
import dev.assistant.limit.RateLimiter;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps people from being flooded with mails that somebody else asks for (CWE-770): so many an hour to one address, and for
 * one network address. Addresses count whether or not they have an account, so that the limit tells nothing. When the
 * counters cannot be reached no mail is asked for. Thread-safe.
 */
public final class MailLimits {
    public static final Limit PER_RECIPIENT = new Limit(5, Duration.ofHours(1));
    public static final Limit PER_CLIENT = new Limit(50, Duration.ofHours(1));

    private final RateLimiter limiter;

    public MailLimits(RateLimiter limiter) {
        this.limiter = limiter;
    }

    /**
     * Counts one mail.
     *
     * @throws Failure.LimitReached when there were too many
     * @throws Failure.Unavailable when they cannot be counted
     */
    void take(EmailAddress to, Client client, Instant now) {
        take("mail#client#" + LimitKey.ofAddress(client.address()), PER_CLIENT, now);
        take("mail#recipient#" + LimitKey.of(to.value()), PER_RECIPIENT, now);
    }

    private void take(String key, Limit limit, Instant now) {
        Allowance allowance = limiter.take(key, limit, now);
        if (!allowance.allowed()) {
            throw new Failure.LimitReached(
                    "Too many mails were asked for. Look for an earlier one, also among unwanted mail, or wait until the"
                            + " time in Retry-After has passed.",
                    allowance.resetAfter());
        }
    }
}
