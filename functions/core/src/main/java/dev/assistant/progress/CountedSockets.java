package dev.assistant.progress;

import dev.assistant.workflow.JobId;

/** Sockets of which somebody counts what becomes of the events that are sent to them. Thread-safe, if the counter is. */
public final class CountedSockets implements Sockets {
    private final Sockets sockets;
    private final Counter counter;

    public CountedSockets(Sockets sockets, Counter counter) {
        this.sockets = sockets;
        this.counter = counter;
    }

    /** Takes what became of an event. */
    @FunctionalInterface
    public interface Counter {
        /** @param delivered false when its socket was gone, so that nobody gets it there any more */
        void event(boolean delivered);
    }

    @Override
    public boolean greet(ConnectionId connection, JobId job) {
        return sockets.greet(connection, job);
    }

    @Override
    public boolean send(ConnectionId connection, JobId job, Sequenced event) {
        boolean delivered = sockets.send(connection, job, event);
        counter.event(delivered);
        return delivered;
    }

    @Override
    public void close(ConnectionId connection) {
        sockets.close(connection);
    }
}
