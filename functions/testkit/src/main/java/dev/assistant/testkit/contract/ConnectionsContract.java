package dev.assistant.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.identity.UserId;
import dev.assistant.progress.Connection;
import dev.assistant.progress.ConnectionId;
import dev.assistant.progress.Connections;
import dev.assistant.progress.Connections.Outlet;
import dev.assistant.testkit.Concurrently;
import dev.assistant.testkit.TestClock;
import dev.assistant.workflow.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link Connections} does. */
public abstract class ConnectionsContract {
    private static final Instant NOW = TestClock.START;
    private static final Duration HOLD = Duration.ofSeconds(10);

    private final JobId job = new JobId(UUID.randomUUID());
    private final ConnectionId id = new ConnectionId(UUID.randomUUID().toString());

    /** The connections under test; the same ones each time within a test. */
    protected abstract Connections connections();

    @Test
    void lists_who_watches_a_job_and_nobody_else() {
        connect(id, 0);
        greet(id);
        ConnectionId second = new ConnectionId(UUID.randomUUID().toString());
        connect(second, 0);
        greet(second);
        connections()
                .add(new Connection(
                        new ConnectionId(UUID.randomUUID().toString()),
                        new JobId(UUID.randomUUID()),
                        new UserId(UUID.randomUUID()),
                        0,
                        NOW.plus(Connection.LONGEST)));

        assertThat(connections().watching(job, NOW)).containsExactlyInAnyOrder(id, second);
    }

    @Test
    void lists_nobody_who_was_not_greeted() {
        connect(id, 0);

        assertThat(connections().watching(job, NOW)).isEmpty();
    }

    @Test
    void forgets_a_connection_whose_time_is_over_though_nobody_removed_it() {
        connect(id, 0);
        greet(id);
        Instant after = NOW.plus(Connection.LONGEST).plusSeconds(1);

        assertThat(connections().watching(job, after)).isEmpty();
        assertThat(connections().acquire(job, id, HOLD, after)).isEmpty();
    }

    @Test
    void removes_with_the_job_or_without_it() {
        connect(id, 0);
        greet(id);
        connections().remove(job, id);
        assertThat(connections().watching(job, NOW)).isEmpty();

        connect(id, 0);
        greet(id);
        connections().remove(id);
        assertThat(connections().watching(job, NOW)).isEmpty();
        connections().remove(id);
        connections().remove(job, id);
    }

    @Test
    void counts_what_somebody_has_open_over_all_jobs() {
        UserId watcher = new UserId(UUID.randomUUID());
        List<Connection> open = Stream.generate(() -> new Connection(
                        new ConnectionId(UUID.randomUUID().toString()),
                        new JobId(UUID.randomUUID()),
                        watcher,
                        0,
                        NOW.plus(Connection.LONGEST)))
                .limit(3)
                .toList();
        open.forEach(connections()::add);

        assertThat(connections().openOf(watcher, NOW)).isEqualTo(3);
        connections().remove(open.get(0).id());
        connections().remove(open.get(1).job(), open.get(1).id());
        assertThat(connections().openOf(watcher, NOW)).isEqualTo(1);
        assertThat(connections().openOf(watcher, NOW.plus(Connection.LONGEST).plusSeconds(1)))
                .isZero();
        assertThat(connections().openOf(new UserId(UUID.randomUUID()), NOW)).isZero();
    }

    @Test
    void begins_after_the_last_event_that_the_client_has() {
        connect(id, 7);

        assertThat(connections().acquire(job, id, HOLD, NOW)).contains(new Outlet(id, job, false, 7, NOW.plus(HOLD)));
    }

    @Test
    void lets_nobody_send_while_somebody_does() {
        connect(id, 0);
        Outlet outlet = connections().acquire(job, id, HOLD, NOW).orElseThrow();

        assertThat(connections().acquire(job, id, HOLD, NOW.plusSeconds(9))).isEmpty();
        connections().release(outlet);
        assertThat(connections().acquire(job, id, HOLD, NOW.plusSeconds(9))).isPresent();
    }

    @Test
    void remembers_what_was_sent() {
        connect(id, 2);
        Outlet outlet = connections().acquire(job, id, HOLD, NOW).orElseThrow();
        connections().release(outlet.sent(5));

        Outlet next = connections().acquire(job, id, HOLD, NOW).orElseThrow();
        assertThat(next.delivered()).isEqualTo(5);
        assertThat(next.greeted()).isTrue();
    }

    @Test
    void takes_the_right_from_a_sender_who_died_and_ignores_it_afterwards() {
        connect(id, 0);
        Outlet dead = connections().acquire(job, id, HOLD, NOW).orElseThrow();
        Instant later = NOW.plus(HOLD);
        Outlet successor = connections().acquire(job, id, HOLD, later).orElseThrow();

        connections().release(dead.sent(1));
        assertThat(connections().acquire(job, id, HOLD, later)).isEmpty();
        connections().release(successor.sent(3));
        connections().release(dead.sent(1));

        assertThat(connections().acquire(job, id, HOLD, later).orElseThrow().delivered())
                .isEqualTo(3);
    }

    @Test
    void does_not_bring_a_removed_connection_back() {
        connect(id, 0);
        Outlet outlet = connections().acquire(job, id, HOLD, NOW).orElseThrow();
        connections().remove(job, id);

        connections().release(outlet.sent(1));

        assertThat(connections().watching(job, NOW)).isEmpty();
        assertThat(connections().acquire(job, id, HOLD, NOW)).isEmpty();
    }

    @Test
    void gives_the_right_to_one_of_many_who_ask_at_once() {
        connect(id, 0);

        List<Optional<Outlet>> outlets =
                Concurrently.run(8, n -> () -> connections().acquire(job, id, HOLD, NOW));

        assertThat(outlets.stream().flatMap(Optional::stream)).hasSize(1);
    }

    private void greet(ConnectionId connection) {
        Outlet outlet = connections().acquire(job, connection, HOLD, NOW).orElseThrow();
        connections().release(outlet.sent(outlet.delivered()));
    }

    private void connect(ConnectionId connection, long lastSeq) {
        connections()
                .add(new Connection(
                        connection, job, new UserId(UUID.randomUUID()), lastSeq, NOW.plus(Connection.LONGEST)));
    }
}
