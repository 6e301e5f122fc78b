package dev.assistant.workflow;

import dev.assistant.failure.Failure;
import dev.assistant.identity.UserId;

/** Hands a job that was just stored to the workers. Thread-safe. */
public final class EnqueueJob {
    private final JobQueue queue;
    private final Outbox outbox;

    public EnqueueJob(JobQueue queue, Outbox outbox) {
        this.queue = queue;
        this.outbox = outbox;
    }

    /** Enqueues the job, or leaves it to {@link SweepOutbox} when the queue does not take it now. */
    public void enqueue(JobId job, UserId owner) {
        try {
            queue.enqueue(job, owner.value());
        } catch (Failure.Unavailable e) {
            // It is stored, so it will be run. The sweep logs what it had to send, and fails loudly while the queue is
            // down.
            return;
        }
        outbox.sent(job);
    }
}
