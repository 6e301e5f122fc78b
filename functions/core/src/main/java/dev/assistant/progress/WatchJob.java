package dev.assistant.progress;

import dev.assistant.failure.Failure;
import dev.assistant.identity.UserId;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.Jobs;
import java.time.InstantSource;

/** Lets somebody watch their own job through a socket that is about to open. Thread-safe. */
public final class WatchJob {
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
     * @throws Failure.Unavailable when it could not be arranged; nothing is left behind
     */
    public void watch(UserId watcher, JobId job, ConnectionId connection, long lastSeq) {
        jobs.byId(watcher, job);
        connections.add(new Connection(
                connection, job, watcher, lastSeq, clock.instant().plus(Connection.LONGEST)));
        try {
            queue.enqueue(job, connection);
        } catch (Failure.Unavailable e) {
            connections.remove(job, connection);
            throw e;
        }
    }
}
