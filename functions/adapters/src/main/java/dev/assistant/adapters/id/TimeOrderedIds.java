package dev.assistant.adapters.id;

import dev.assistant.id.Ids;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/**
 * UUIDs of version 7 (RFC 9562 section 5.7): 48 bits of milliseconds, then a counter that rises within the millisecond
 * (section 6.2, method 1), then randomness. Rising within a process even when the clock steps back. Thread-safe.
 */
public final class TimeOrderedIds implements Ids {
    private static final int COUNTER_BITS = 12;
    private static final long COUNTER_END = 1L << COUNTER_BITS;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long VARIANT_MASK = 0x3FFF_FFFF_FFFF_FFFFL;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private long millis;
    private long counter;

    public TimeOrderedIds(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public UUID next() {
        return new UUID(timeAndCounter(), (random.nextLong() & VARIANT_MASK) | VARIANT);
    }

    private synchronized long timeAndCounter() {
        long now = clock.millis();
        if (now > millis) {
            millis = now;
            counter = random.nextLong(COUNTER_END / 2); // the upper half is room to rise
        } else {
            counter++;
        }
        if (counter == COUNTER_END) {
            millis++;
            counter = 0;
        }
        return (millis << 16) | VERSION_7 | counter;
    }
}
