package dev.assistant.realtime;

import dev.assistant.progress.CountedSockets;
import java.util.concurrent.atomic.LongAdder;

/** How many events were delivered and dropped since that was last taken. Thread-safe. */
final class SentEvents implements CountedSockets.Counter {
    private final LongAdder delivered = new LongAdder();
    private final LongAdder dropped = new LongAdder();

    @Override
    public void event(boolean isDelivered) {
        (isDelivered ? delivered : dropped).increment();
    }

    long takeDelivered() {
        return delivered.sumThenReset();
    }

    long takeDropped() {
        return dropped.sumThenReset();
    }
}
