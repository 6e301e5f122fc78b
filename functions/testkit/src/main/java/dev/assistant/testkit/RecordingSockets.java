package dev.assistant.testkit;

import dev.assistant.failure.Failure;
import dev.assistant.progress.ConnectionId;
import dev.assistant.progress.Sequenced;
import dev.assistant.progress.Sockets;
import dev.assistant.workflow.JobId;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Sockets that remember what they were sent, and can be made to be gone or out of reach. Thread-safe. */
public final class RecordingSockets implements Sockets {
    /** What a client saw. */
    public sealed interface Seen {
        record Connected(JobId job) implements Seen {}

        record Event(Sequenced event) implements Seen {}

        record Closed() implements Seen {}
    }

    private final Map<ConnectionId, List<Seen>> seen = new HashMap<>();
    private final Set<ConnectionId> gone = ConcurrentHashMap.newKeySet();
    private final Set<ConnectionId> unreachable = ConcurrentHashMap.newKeySet();

    @Override
    public boolean greet(ConnectionId connection, JobId job) {
        return record(connection, new Seen.Connected(job));
    }

    @Override
    public boolean send(ConnectionId connection, JobId job, Sequenced event) {
        return record(connection, new Seen.Event(event));
    }

    @Override
    public void close(ConnectionId connection) {
        record(connection, new Seen.Closed());
    }

    private boolean record(ConnectionId connection, Seen what) {
        if (unreachable.contains(connection)) {
            throw new Failure.Unavailable("gateway", Duration.ofSeconds(1), new IOException("out of reach"));
        }
        if (gone.contains(connection)) {
            return false;
        }
        takeAMoment();
        synchronized (seen) {
            seen.computeIfAbsent(connection, key -> new ArrayList<>()).add(what);
        }
        return true;
    }

    /** As a real post does, of no certain length, so that senders who do not keep apart get mixed up. */
    private static void takeAMoment() {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(50_000));
    }

    /** From now on the client has hung up. */
    public void hangUp(ConnectionId connection) {
        gone.add(connection);
    }

    /** From now on the gateway does not answer for this socket, or does again. */
    public void setReachable(ConnectionId connection, boolean isReachable) {
        if (isReachable) {
            unreachable.remove(connection);
        } else {
            unreachable.add(connection);
        }
    }

    /** What the client saw, in order. */
    public List<Seen> seenBy(ConnectionId connection) {
        synchronized (seen) {
            return List.copyOf(seen.getOrDefault(connection, List.of()));
        }
    }
}
