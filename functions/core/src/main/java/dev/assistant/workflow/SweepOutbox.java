package dev.assistant.workflow;

import dev.assistant.failure.Failure;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Enqueues jobs that were stored but perhaps never enqueued. A job that was enqueued after all is enqueued twice, which does
 * no harm: workers claim it before they work. Thread-safe.
 */
public final class SweepOutbox {
    /** Younger entries are still in the hands of whoever stored them. */
    private static final Duration AGE = Duration.ofSeconds(30);

    private static final int BATCH = 100;
    private static final int BATCHES = 20;

    private final Outbox outbox;
    private final JobQueue queue;
    private final InstantSource clock;

    public SweepOutbox(Outbox outbox, JobQueue queue, InstantSource clock) {
        this.outbox = outbox;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * Sweeps once, oldest entries first.
     *
     * @return how many jobs were enqueued
     * @throws Failure.Unavailable when the queue does not take them; the next sweep tries again
     */
    public int sweep() {
        int sent = 0;
        for (int batch = 0; batch < BATCHES; batch++) {
            List<Outbox.Entry> entries = outbox.pending(AGE, BATCH, clock.instant());
            for (Outbox.Entry entry : entries) {
                queue.enqueue(entry.job(), entry.tenant());
                outbox.sent(entry.job());
                sent++;
            }
            if (entries.size() < BATCH) {
                break;
            }
        }
        return sent;
    }
}
