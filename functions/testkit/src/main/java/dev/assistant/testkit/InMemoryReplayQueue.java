package dev.assistant.testkit;

import dev.assistant.progress.ConnectionId;
import dev.assistant.progress.ReplayQueue;
import dev.assistant.workflow.JobId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Connections that were asked to be served. Thread-safe. */
public final class InMemoryReplayQueue implements ReplayQueue {
    /** A request to serve a connection. */
    public record Request(JobId job, ConnectionId connection) {}

    private final List<Request> requests = new CopyOnWriteArrayList<>();

    @Override
    public void enqueue(JobId job, ConnectionId connection) {
        requests.add(new Request(job, connection));
    }

    /** All requests so far, in order. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }
}
