package dev.assistant.api.http;

import dev.assistant.failure.Failure;
import dev.assistant.identity.Caller;
import dev.assistant.limit.Allowance;
import dev.assistant.limit.Limit;
import dev.assistant.limit.LimitKey;
import dev.assistant.limit.RateLimiter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts requests: of a person in their browser, of each of their API keys, or of a network address while nobody is known. Keys
 * are counted apart from their owner, so that a busy pipeline shuts nobody out of their browser, and once more all together, so
 * that making keys does not make room without end. When the counters cannot be reached, requests pass: refusing everybody would
 * turn a small outage into a large one. (Signing in is the exception, and refuses.) Thread-safe.
 */
public final class RequestLimits {
    private static final Logger LOG = LoggerFactory.getLogger(RequestLimits.class);

    /** What all API keys of one account may send together. */
    private static final Limit ALL_KEYS = new Limit(300, Duration.ofMinutes(1));

    private final RateLimiter limiter;
    private final InstantSource clock;

    public RequestLimits(RateLimiter limiter, InstantSource clock) {
        this.limiter = limiter;
        this.clock = clock;
    }

    /** Counts one request; empty when its class is not limited or could not be counted. */
    Optional<Allowance> take(Request request, RateClass rate) {
        return rate.limit()
                .flatMap(limit -> request.caller()
                        .map(caller -> take(caller, limit))
                        .orElseGet(() -> take(
                                "requests#address#"
                                        + LimitKey.ofAddress(request.client().address()),
                                limit)));
    }

    private Optional<Allowance> take(Caller caller, Limit limit) {
        return caller.key()
                .map(key -> take("requests#key#" + key, limit).map(own -> withOtherKeys(own, caller)))
                .orElseGet(() -> take(CountedRequests.ofSessions(caller.user()), limit));
    }

    /** Of the key's own allowance and that of all keys, the one that ends first. */
    private Allowance withOtherKeys(Allowance own, Caller caller) {
        return own.allowed()
                ? take(CountedRequests.ofKeys(caller.user()), ALL_KEYS)
                        .filter(all -> all.remaining() < own.remaining() || !all.allowed())
                        .orElse(own)
                : own;
    }

    private Optional<Allowance> take(String key, Limit limit) {
        try {
            return Optional.of(limiter.take(key, limit, clock.instant()));
        } catch (Failure.Unavailable e) {
            LOG.warn("requests are not counted: {}", e.explanation());
            return Optional.empty();
        }
    }

    static Problem refusal(Allowance allowance) {
        return Problems.of(new Failure.LimitReached(
                "At most %d requests in %d seconds are taken. Wait until the time in Retry-After has passed."
                        .formatted(
                                allowance.limit().max(),
                                allowance.limit().window().toSeconds()),
                allowance.resetAfter()));
    }

    static List<Answer.Header> headers(Allowance allowance) {
        return List.of(
                new Answer.Header(
                        "RateLimit-Limit", Integer.toString(allowance.limit().max())),
                new Answer.Header("RateLimit-Remaining", Integer.toString(allowance.remaining())),
                new Answer.Header("RateLimit-Reset", Problems.seconds(allowance.resetAfter())));
    }
}
