package dev.assistant.workflow;

import java.util.UUID;

/** Hands jobs to workers, at least once and in no order. Carries ids only. Thread-safe. */
public interface JobQueue {
    /** @throws dev.assistant.failure.Failure.Unavailable when the queue does not take it; the outbox keeps it for later */
    void enqueue(JobId job, UUID tenant);
}
