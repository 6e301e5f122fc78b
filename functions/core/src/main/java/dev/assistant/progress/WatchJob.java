package dev.assistant.progress;

import dev.assistant.failure.Failure;
import dev.assistant.identity.UserId;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.Jobs;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Lets somebody watch their own job through a socket that is about to open. Thread-safe. */
public final class WatchJob {
    /** Sockets that one person may have open at a time (CWE-770): far more than anybody can look at. */
    public static final int MOST_SOCKETS = 50;

    private static final Duration TRY_AGAIN = Duration.ofMinutes(1);

    private final Jobs jobs;
    private final Connections connections;
    private final ReplayQueue queue;
    private final InstantSource clock;

    public WatchJob(Jobs jobs, Connections connections, ReplayQueue queue, InstantSource clock) {
        this.jobs = jobs;
        this.connections = connections;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * Remembers the connection and asks for it to be served, since nothing can be sent before its connect call returns.
     *
     * @param lastSeq the last event that the client already has; 0 for none
     * @throws Failure.NotFound when there is no such job, or it is somebody else's
     * @throws Failure.LimitReached when the watcher has too many sockets open
     * @throws Failure.Unavailable when it could not be arranged; nothing is left behind
     */
    public void watch(UserId watcher, JobId job, ConnectionId connection, long lastSeq) {
        jobs.byId(watcher, job);
        Instant now = clock.instant();
        connections.add(new Connection(connection, job, watcher, lastSeq, now.plus(Connection.LONGEST)));
        // Counted with the new one in it: of several that come at once, too many may be refused, but never too few.
        if (connections.openOf(watcher, now) > MOST_SOCKETS) {
            connections.remove(job, connection);
            throw new Failure.LimitReached(
                    "At most %d sockets of one account can be open. Close some, or ask for events instead."
                            .formatted(MOST_SOCKETS),
                    TRY_AGAIN);
        }
        try {
            queue.enqueue(job, connection);
        } catch (Failure.Unavailable e) {
            connections.remove(job, connection);
            throw e;
        }
    }
}
