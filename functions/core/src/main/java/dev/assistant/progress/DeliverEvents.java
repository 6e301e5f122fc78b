package dev.assistant.progress;

import dev.assistant.progress.Connections.Outlet;
import dev.assistant.workflow.JobId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Brings a job's events to those who watch it: a greeting, then every event once and in order, then a normal close (SPEC
 * section 4). Several senders may try at once; the one that holds a connection's outlet sends, and looks again after giving it
 * back, so an event that came meanwhile is not left behind.
 *
 * <p>Thread-safe. A sender that dies between sending and storing repeats at most what it had just sent; clients drop repeats
 * by {@code seq}.
 */
public final class DeliverEvents {
    private static final Duration HOLD = Duration.ofSeconds(10);
    private static final Duration LONGEST_SEND = Duration.ofSeconds(5);
    private static final int BATCH = 100;

    private final EventLog log;
    private final Connections connections;
    private final Sockets sockets;
    private final InstantSource clock;

    public DeliverEvents(EventLog log, Connections connections, Sockets sockets, InstantSource clock) {
        this.log = log;
        this.connections = connections;
        this.sockets = sockets;
        this.clock = clock;
    }

    /** Serves everyone who watches the job. */
    public void toWatchers(JobId job) {
        connections.watching(job, clock.instant()).forEach(id -> to(job, id));
    }

    /** Serves one connection until it has everything that the log holds, unless another sender is at it. */
    public void to(JobId job, ConnectionId id) {
        boolean more = true;
        while (more) {
            Optional<Outlet> outlet = connections.acquire(job, id, HOLD, clock.instant());
            more = outlet.isPresent() && sendAll(outlet.get());
        }
    }

    /** Sends what is waiting, gives the outlet back, and answers whether something has come meanwhile. */
    private boolean sendAll(Outlet outlet) {
        Outlet current = outlet;
        if (!current.greeted()) {
            if (!sockets.greet(current.connection(), current.job())) {
                return gone(current);
            }
            current = current.sent(current.delivered());
        }
        for (Sequenced event : log.after(current.job(), current.delivered(), BATCH)) {
            if (isRunningOut(current)) {
                break;
            }
            if (!sockets.send(current.connection(), current.job(), event)) {
                return gone(current);
            }
            current = current.sent(event.seq());
        }
        if (log.isOverAt(current.job(), current.delivered())) {
            sockets.close(current.connection());
            return gone(current);
        }
        connections.release(current);
        return !log.after(current.job(), current.delivered(), 1).isEmpty();
    }

    /** Whether a slow send could outlast the right to send. */
    private boolean isRunningOut(Outlet outlet) {
        return clock.instant().plus(LONGEST_SEND).isAfter(outlet.until());
    }

    private boolean gone(Outlet outlet) {
        connections.remove(outlet.job(), outlet.connection());
        return false;
    }
}
