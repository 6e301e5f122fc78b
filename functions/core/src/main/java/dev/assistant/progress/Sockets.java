package dev.assistant.progress;

import dev.assistant.workflow.JobId;

/**
 * The open sockets, by way of the gateway that holds them. Thread-safe.
 *
 * <p>Every call throws {@link dev.assistant.failure.Failure.Unavailable} when the gateway does not answer for now.
 */
public interface Sockets {
    /**
     * Greets a new connection.
     *
     * @return false when the socket is gone
     */
    boolean greet(ConnectionId connection, JobId job);

    /**
     * Sends an event.
     *
     * @return false when the socket is gone
     */
    boolean send(ConnectionId connection, JobId job, Sequenced event);

    /** Closes normally; a socket that is gone is ignored. */
    void close(ConnectionId connection);
}
