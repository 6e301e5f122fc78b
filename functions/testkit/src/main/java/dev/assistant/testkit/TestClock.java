package dev.assistant.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that only moves when told to. It begins in the future, since a real store removes what has expired by its own clock.
 * Thread-safe.
 */
public final class TestClock implements InstantSource {
    /** When every test begins. */
    public static final Instant START = Instant.parse("2040-01-15T09:30:00Z");

    private Instant now = START;

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
