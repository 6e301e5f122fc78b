package dev.assistant.testkit;

import dev.assistant.id.Ids;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids 1, 2, 3, … in the shape of UUIDs of version 7. Thread-safe. */
public final class SequentialIds implements Ids {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final AtomicLong last = new AtomicLong();

    @Override
    public UUID next() {
        return new UUID(VERSION_7, VARIANT | last.incrementAndGet());
    }
}
