package dev.assistant.progress;

import dev.assistant.identity.UserId;
import dev.assistant.workflow.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who watches which job, and what each has been sent. What one call stored, the next call sees; only {@link
 * #remove(ConnectionId)} may miss a connection that was just added. Thread-safe.
 */
public interface Connections {
    void add(Connection connection);

    /** How many connections somebody has open that were neither removed nor have expired. */
    int openOf(UserId user, Instant now);

    /** Forgets a connection; unknown ones are ignored. */
    void remove(JobId job, ConnectionId id);

    /** Forgets a connection whose job the caller does not know; unknown ones are ignored. */
    void remove(ConnectionId id);

    /**
     * The connections watching a job that were greeted and have not expired. One that was not greeted may still be opening,
     * and looks gone until it is open; it is left to the process that was asked to greet it.
     */
    List<ConnectionId> watching(JobId job, Instant now);

    /**
     * Takes the sole right to send to a connection for a while, so that two senders cannot mix up the order.
     *
     * @return the connection's state, or empty when another sender has the right or the connection is gone
     */
    Optional<Outlet> acquire(JobId job, ConnectionId id, Duration hold, Instant now);

    /** Gives the right back and stores what was sent; ignored when the right had ended by itself. */
    void release(Outlet outlet);

    /**
     * The right to send to one connection.
     *
     * @param greeted whether {@code connected} was sent
     * @param delivered the last event sent
     * @param until when the right ends by itself; identifies the holder on release
     */
    record Outlet(ConnectionId connection, JobId job, boolean greeted, long delivered, Instant until) {
        /** The same right after more was sent. */
        public Outlet sent(long seq) {
            return new Outlet(connection, job, true, seq, until);
        }
    }
}
