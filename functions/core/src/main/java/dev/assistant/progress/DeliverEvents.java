package dev.assistant.progress;

import dev.assistant.failure.Failure;
import dev.assistant.progress.Connections.Outlet;
import dev.assistant.workflow.JobId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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

    /**
     * Serves everyone who watches the job. A watcher who cannot be reached keeps nobody else waiting.
     *
     * @return those who could not be reached; they are served with the next event, or when asked for again
     */
    public List<ConnectionId> toWatchers(JobId job) {
        List<ConnectionId> missed = new ArrayList<>();
        for (ConnectionId id : connections.watching(job, clock.instant())) {
            try {
                to(job, id);
            } catch (Failure.Unavailable e) {
                missed.add(id);
            }
        }
        return missed;
    }

    /**
     * Serves one connection until it has everything that the log holds, unless another sender is at it.
     *
     * @throws Failure.Unavailable when it cannot be reached for now; what was sent is remembered
     */
    public void to(JobId job, ConnectionId id) {
        boolean more = true;
        while (more) {
            Optional<Outlet> outlet = connections.acquire(job, id, HOLD, clock.instant());
            more = outlet.isPresent() && serve(outlet.get());
        }
    }

    /** Sends what is waiting, gives the outlet back, and answers whether something has come meanwhile. */
    private boolean serve(Outlet outlet) {
        Sending sending = new Sending(outlet);
        try {
            if (!sending.all()) {
                connections.remove(outlet.job(), outlet.connection());
                return false;
            }
        } catch (RuntimeException e) {
            connections.release(sending.outlet);
            throw e;
        }
        connections.release(sending.outlet);
        return !log.after(outlet.job(), sending.outlet.delivered(), 1).isEmpty();
    }

    /** One turn of sending, which knows how far it came whatever happens. */
    private final class Sending {
        private Outlet outlet;

        Sending(Outlet outlet) {
            this.outlet = outlet;
        }

        /** False when there is nobody left to send to. */
        boolean all() {
            if (!outlet.greeted()) {
                if (!sockets.greet(outlet.connection(), outlet.job())) {
                    return false;
                }
                outlet = outlet.sent(outlet.delivered());
            }
            for (Sequenced event : log.after(outlet.job(), outlet.delivered(), BATCH)) {
                if (isRunningOut()) {
                    return true;
                }
                if (!sockets.send(outlet.connection(), outlet.job(), event)) {
                    return false;
                }
                outlet = outlet.sent(event.seq());
            }
            if (log.isOverAt(outlet.job(), outlet.delivered())) {
                sockets.close(outlet.connection());
                return false;
            }
            return true;
        }

        /** Whether a slow send could outlast the right to send. */
        private boolean isRunningOut() {
            return clock.instant().plus(LONGEST_SEND).isAfter(outlet.until());
        }
    }
}
