package dev.assistant.testkit;

import dev.assistant.identity.UserId;
import dev.assistant.progress.Connection;
import dev.assistant.progress.ConnectionId;
import dev.assistant.progress.Connections;
import dev.assistant.workflow.JobId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Connections in memory. Thread-safe. */
public final class InMemoryConnections implements Connections {
    private final Map<ConnectionId, Entry> entries = new LinkedHashMap<>();

    @Override
    public synchronized void add(Connection connection) {
        entries.put(connection.id(), new Entry(connection, false, connection.lastSeq(), Instant.EPOCH));
    }

    @Override
    public synchronized int openOf(UserId user, Instant now) {
        return (int) entries.values().stream()
                .filter(entry -> entry.connection().user().equals(user) && entry.isOpen(now))
                .count();
    }

    @Override
    public synchronized void remove(JobId job, ConnectionId id) {
        entries.computeIfPresent(id, (key, entry) -> entry.connection().job().equals(job) ? null : entry);
    }

    @Override
    public synchronized void remove(ConnectionId id) {
        entries.remove(id);
    }

    @Override
    public synchronized List<ConnectionId> watching(JobId job, Instant now) {
        return entries.values().stream()
                .filter(entry -> entry.connection().job().equals(job) && entry.greeted() && entry.isOpen(now))
                .map(entry -> entry.connection().id())
                .toList();
    }

    @Override
    public synchronized Optional<Outlet> acquire(JobId job, ConnectionId id, Duration hold, Instant now) {
        @Nullable Entry entry = entries.get(id);
        if (entry == null
                || !entry.connection().job().equals(job)
                || !entry.isOpen(now)
                || entry.heldUntil().isAfter(now)) {
            return Optional.empty();
        }
        Instant until = now.plus(hold).truncatedTo(ChronoUnit.MILLIS);
        entries.put(id, new Entry(entry.connection(), entry.greeted(), entry.delivered(), until));
        return Optional.of(new Outlet(id, job, entry.greeted(), entry.delivered(), until));
    }

    @Override
    public synchronized void release(Outlet outlet) {
        entries.computeIfPresent(
                outlet.connection(),
                (id, entry) -> entry.heldUntil().equals(outlet.until())
                        ? new Entry(entry.connection(), outlet.greeted(), outlet.delivered(), Instant.EPOCH)
                        : entry);
    }

    private record Entry(Connection connection, boolean greeted, long delivered, Instant heldUntil) {
        boolean isOpen(Instant now) {
            return connection.expiresAt().isAfter(now);
        }
    }
}
