package dev.assistant.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.failure.Failure;
import dev.assistant.identity.UserId;
import dev.assistant.progress.Connection;
import dev.assistant.progress.ConnectionId;
import dev.assistant.progress.Connections;
import dev.assistant.progress.DeliverEvents;
import dev.assistant.progress.EventLog;
import dev.assistant.progress.JobEvent;
import dev.assistant.testkit.Concurrently;
import dev.assistant.testkit.RecordingSockets;
import dev.assistant.testkit.RecordingSockets.Seen;
import dev.assistant.testkit.TestClock;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What every pair of {@link EventLog} and {@link Connections} makes of {@link DeliverEvents}: whoever watches sees the
 * greeting, every event once and in order, then a normal close (SPEC section 4).
 */
public abstract class DeliveryContract {
    private static final JobEvent END = new JobEvent.Ended(JobStatus.COMPLETED, "Nothing found.");

    private final JobId job = new JobId(UUID.randomUUID());
    private final TestClock clock = new TestClock();
    private final RecordingSockets sockets = new RecordingSockets();

    protected abstract EventLog log();

    protected abstract Connections connections();

    @Test
    void a_connection_that_comes_late_gets_the_past_then_the_present_then_the_end() {
        tell(3);
        ConnectionId late = connect(0);
        delivery().to(job, late);
        tell(2);
        delivery().toWatchers(job);
        end();
        delivery().toWatchers(job);

        assertThat(sockets.seenBy(late)).isEqualTo(everything(0, 6));
        assertThat(connections().watching(job, clock.instant())).isEmpty();
    }

    @Test
    void a_connection_that_resumes_gets_only_what_it_lacks() {
        tell(4);
        ConnectionId resumed = connect(3);
        delivery().to(job, resumed);
        end();
        delivery().toWatchers(job);

        assertThat(sockets.seenBy(resumed)).isEqualTo(everything(3, 5));
    }

    @Test
    void a_connection_that_resumes_after_the_last_event_is_greeted_and_closed() {
        tell(1);
        end();
        ConnectionId resumed = connect(2);

        delivery().to(job, resumed);

        assertThat(sockets.seenBy(resumed)).isEqualTo(everything(2, 2));
    }

    @Test
    void a_history_longer_than_one_read_comes_whole() {
        tell(230);
        end();
        ConnectionId late = connect(0);

        delivery().to(job, late);

        assertThat(sockets.seenBy(late)).isEqualTo(everything(0, 231));
    }

    @Test
    void a_watcher_who_hung_up_is_forgotten() {
        ConnectionId id = connect(0);
        delivery().to(job, id);
        sockets.hangUp(id);
        tell(1);

        assertThat(delivery().toWatchers(job)).isEmpty();

        assertThat(connections().watching(job, clock.instant())).isEmpty();
    }

    @Test
    void a_connection_that_nobody_greeted_is_left_to_whoever_was_asked_to() {
        ConnectionId opening = connect(0);
        tell(1);
        delivery().toWatchers(job);
        assertThat(sockets.seenBy(opening)).isEmpty();
        end();

        delivery().to(job, opening);

        assertThat(sockets.seenBy(opening)).isEqualTo(everything(0, 2));
    }

    @Test
    void a_watcher_out_of_reach_keeps_nobody_waiting_and_misses_nothing() {
        ConnectionId far = connect(0);
        ConnectionId near = connect(0);
        delivery().to(job, far);
        delivery().to(job, near);
        sockets.setReachable(far, false);
        tell(2);

        assertThat(delivery().toWatchers(job)).containsExactly(far);
        assertThatThrownBy(() -> delivery().to(job, far)).isInstanceOf(Failure.Unavailable.class);
        sockets.setReachable(far, true);
        end();
        delivery().toWatchers(job);

        assertThat(sockets.seenBy(near)).isEqualTo(everything(0, 3));
        assertThat(sockets.seenBy(far)).isEqualTo(everything(0, 3));
    }

    @Test
    void many_senders_at_once_bring_every_watcher_everything_once_and_in_order() {
        for (int round = 0; round < rounds(); round++) {
            JobId own = new JobId(UUID.randomUUID());
            List<Watcher> watchers = Concurrently.run(6, n -> () -> act(own, n)).stream()
                    .flatMap(List::stream)
                    .toList();

            assertThat(watchers).hasSize(6).allSatisfy(watcher -> {
                List<Seen> seen = sockets.seenBy(watcher.id());
                assertThat(seen.getFirst()).isEqualTo(new Seen.Connected(own));
                assertThat(numbers(seen)).isEqualTo(from(watcher.lastSeq() + 1, 12));
                assertThat(seen.getLast()).isEqualTo(new Seen.Closed());
                assertThat(seen).hasSize(numbers(seen).size() + 2);
            });
        }
    }

    /** How often the race is run. */
    protected int rounds() {
        return 100;
    }

    /** One worker who tells, three clients who come with two connections each, and two more senders. */
    private List<Watcher> act(JobId own, int n) {
        switch (n) {
            case 0 -> work(own);
            case 1, 2, 3 -> {
                return List.of(watch(own, 0), watch(own, n));
            }
            default -> {
                for (int turn = 0; turn < 12; turn++) {
                    delivery().toWatchers(own);
                }
            }
        }
        return List.of();
    }

    private void work(JobId own) {
        for (int n = 1; n <= 11; n++) {
            log().append(own, 1, new JobEvent.Progressed("step", n), clock.instant());
            assertThat(delivery().toWatchers(own)).isEmpty();
        }
        log().append(own, 1, END, clock.instant());
        assertThat(delivery().toWatchers(own)).isEmpty();
    }

    private Watcher watch(JobId own, long lastSeq) {
        ConnectionId id = connect(own, lastSeq);
        delivery().to(own, id);
        return new Watcher(id, lastSeq);
    }

    private DeliverEvents delivery() {
        return new DeliverEvents(log(), connections(), sockets, clock);
    }

    private ConnectionId connect(long lastSeq) {
        return connect(job, lastSeq);
    }

    private ConnectionId connect(JobId watched, long lastSeq) {
        ConnectionId id = new ConnectionId(UUID.randomUUID().toString());
        connections()
                .add(new Connection(
                        id,
                        watched,
                        new UserId(UUID.randomUUID()),
                        lastSeq,
                        clock.instant().plus(Connection.LONGEST)));
        return id;
    }

    private void tell(int events) {
        for (int n = 0; n < events; n++) {
            log().append(job, 1, new JobEvent.Progressed("step", n % 100), clock.instant());
        }
    }

    private void end() {
        log().append(job, 1, END, clock.instant());
    }

    private List<Seen> everything(long after, long last) {
        List<Seen> expected = new ArrayList<>();
        expected.add(new Seen.Connected(job));
        log().after(job, after, 1000).forEach(event -> expected.add(new Seen.Event(event)));
        expected.add(new Seen.Closed());
        assertThat(numbers(expected)).isEqualTo(from(after + 1, last));
        return expected;
    }

    private static List<Long> numbers(List<Seen> seen) {
        return seen.stream()
                .filter(Seen.Event.class::isInstance)
                .map(Seen.Event.class::cast)
                .map(told -> told.event().seq())
                .toList();
    }

    private static List<Long> from(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    private record Watcher(ConnectionId id, long lastSeq) {}
}
