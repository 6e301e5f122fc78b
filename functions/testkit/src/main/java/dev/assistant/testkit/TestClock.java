package dev.assistant.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that only moves when told to. Thread-safe. */
public final class TestClock implements InstantSource {
    private Instant now = Instant.parse("2026-01-15T09:30:00Z");

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /** Moves the clock; a negative duration moves it back. */
    public synchronized Instant advance(Duration by) {
        now = now.plus(by);
        return now;
    }
}
