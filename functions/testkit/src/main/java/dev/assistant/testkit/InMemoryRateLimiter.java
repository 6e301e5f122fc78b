package dev.assistant.testkit;

import dev.assistant.limit.Allowance;
import dev.assistant.limit.Limit;
import dev.assistant.limit.RateLimiter;
import dev.assistant.limit.Takes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counters in memory. Thread-safe. */
public final class InMemoryRateLimiter implements RateLimiter {
    private static final Takes NONE = new Takes(List.of());

    private final Map<String, Takes> counters = new HashMap<>();

    @Override
    public synchronized Allowance take(String key, Limit limit, Instant now) {
        Takes takes = counters.getOrDefault(key, NONE);
        Allowance allowance = takes.ask(limit, now);
        if (allowance.allowed()) {
            counters.put(key, takes.with(limit, now));
        }
        return allowance;
    }

    @Override
    public synchronized void giveBack(String key, Limit limit, Instant taken) {
        counters.computeIfPresent(key, (same, takes) -> takes.without(taken));
    }

    @Override
    public synchronized void forget(String key) {
        counters.remove(key);
    }
}
