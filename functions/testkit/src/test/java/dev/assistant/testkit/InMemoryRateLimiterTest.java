package dev.assistant.testkit;

import dev.assistant.limit.RateLimiter;
import dev.assistant.testkit.contract.RateLimiterContract;

class InMemoryRateLimiterTest extends RateLimiterContract {
    private final RateLimiter limiter = new InMemoryRateLimiter();

    @Override
    protected RateLimiter limiter() {
        return limiter;
    }
}
