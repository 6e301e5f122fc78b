package dev.assistant.progress;

/** Asks for a fresh connection to be served, which its own connect call cannot do. Thread-safe. */
@FunctionalInterface
public interface ReplayQueue {
    /** @throws dev.assistant.failure.Failure.Unavailable when the queue does not take it */
    void enqueue(ConnectionId connection);
}
