package dev.assistant.progress;

import dev.assistant.workflow.JobId;

/** Asks for a connection to be served by another process, which its own connect call cannot do. Thread-safe. */
@FunctionalInterface
public interface ReplayQueue {
    /** @throws dev.assistant.failure.Failure.Unavailable when the queue does not take it */
    void enqueue(JobId job, ConnectionId connection);
}
