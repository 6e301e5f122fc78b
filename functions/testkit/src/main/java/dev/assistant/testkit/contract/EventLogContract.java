package dev.assistant.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.progress.EventLog;
import dev.assistant.progress.JobEvent;
import dev.assistant.progress.Sequenced;
import dev.assistant.testkit.Concurrently;
import dev.assistant.testkit.FindingBuilder;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every {@link EventLog} does. */
public abstract class EventLogContract {
    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");
    private static final JobEvent STEP = new JobEvent.Progressed("analyzing", 25);
    private static final JobEvent END = new JobEvent.Ended(JobStatus.COMPLETED, "Nothing found.");

    private final JobId job = new JobId(UUID.randomUUID());

    /** The log under test; the same one each time within a test. */
    protected abstract EventLog log();

    @Test
    void numbers_events_from_one_without_a_gap() {
        assertThat(log().append(job, 1, STEP, NOW)).contains(new Sequenced(1, STEP, NOW));
        assertThat(log().append(job, 1, STEP, NOW)).contains(new Sequenced(2, STEP, NOW));
        assertThat(log().append(job, 1, END, NOW)).contains(new Sequenced(3, END, NOW));
    }

    @Test
    void appends_many_at_once_in_their_order_or_none_of_them() {
        List<JobEvent> many = new ArrayList<>();
        for (int n = 0; n < EventLog.MOST_AT_ONCE; n++) {
            many.add(new JobEvent.Progressed("step", n));
        }
        assertThat(log().append(job, 2, STEP, NOW)).isPresent();
        assertThat(log().append(job, 1, many, NOW)).isEmpty();
        assertThat(log().append(job, 2, many, NOW)).hasSize(many.size());
        assertThat(log().append(job, 2, List.of(STEP, END), NOW))
                .containsExactly(new Sequenced(many.size() + 2, STEP, NOW), new Sequenced(many.size() + 3, END, NOW));
        assertThat(log().append(job, 2, many, NOW)).isEmpty();

        List<Sequenced> history = log().after(job, 0, 100);
        assertThat(history).hasSize(many.size() + 3);
        assertThat(history.subList(1, many.size() + 1))
                .extracting(Sequenced::event)
                .isEqualTo(many);
        assertThat(log().isOverAt(job, many.size() + 3)).isTrue();
    }

    @Test
    void keeps_the_histories_of_jobs_apart() {
        log().append(job, 1, STEP, NOW);

        JobId other = new JobId(UUID.randomUUID());
        assertThat(log().append(other, 1, STEP, NOW)).contains(new Sequenced(1, STEP, NOW));
        assertThat(log().after(other, 0, 10)).hasSize(1);
    }

    @Test
    void gives_back_every_kind_of_event_as_it_was() {
        List<JobEvent> events = List.of(
                STEP,
                new JobEvent.AgentSpoke("code_analyzer", "Reading app/db.py …\nline \"2\""),
                new JobEvent.FindingReported(FindingBuilder.aFinding().build()),
                new JobEvent.FindingReported(
                        FindingBuilder.aFinding().aboutTheWholeFile().build()),
                END);
        events.forEach(event -> log().append(job, 1, event, NOW));

        assertThat(log().after(job, 0, 10)).extracting(Sequenced::event).isEqualTo(events);
    }

    @Test
    void reads_on_after_a_number_in_order_and_no_more_than_asked_for() {
        for (int n = 0; n < 12; n++) {
            log().append(job, 1, new JobEvent.Progressed("step", n), NOW);
        }

        assertThat(log().after(job, 3, 4)).extracting(Sequenced::seq).containsExactly(4L, 5L, 6L, 7L);
        assertThat(log().after(job, 11, 4)).extracting(Sequenced::seq).containsExactly(12L);
        assertThat(log().after(job, 12, 4)).isEmpty();
        assertThat(log().after(job, 99, 4)).isEmpty();
    }

    @Test
    void has_nothing_for_a_job_that_told_nothing() {
        assertThat(log().after(job, 0, 10)).isEmpty();
        assertThat(log().isOverAt(job, 0)).isFalse();
    }

    @Test
    void refuses_everything_after_the_end() {
        log().append(job, 1, END, NOW);

        assertThat(log().append(job, 1, STEP, NOW)).isEmpty();
        assertThat(log().append(job, 2, END, NOW)).isEmpty();
        assertThat(log().after(job, 0, 10)).hasSize(1);
    }

    @Test
    void refuses_a_writer_whose_successor_has_written() {
        log().append(job, 1, STEP, NOW);
        log().append(job, 2, STEP, NOW);

        assertThat(log().append(job, 1, STEP, NOW)).isEmpty();
        assertThat(log().append(job, 2, STEP, NOW)).contains(new Sequenced(3, STEP, NOW));
    }

    @Test
    void refuses_older_writers_once_fenced_before_anything_is_written() {
        log().fence(job, 2);

        assertThat(log().append(job, 1, STEP, NOW)).isEmpty();
        assertThat(log().append(job, 2, STEP, NOW)).contains(new Sequenced(1, STEP, NOW));
    }

    @Test
    void changes_nothing_else_when_fenced() {
        log().append(job, 3, STEP, NOW);
        log().fence(job, 2);
        log().fence(job, 4);
        assertThat(log().append(job, 3, STEP, NOW)).isEmpty();
        assertThat(log().append(job, 4, END, NOW)).contains(new Sequenced(2, END, NOW));

        log().fence(job, 5);
        assertThat(log().isOverAt(job, 2)).isTrue();
        assertThat(log().append(job, 5, STEP, NOW)).isEmpty();
    }

    @Test
    void refuses_a_writer_without_a_lease_once_a_worker_has_written() {
        assertThat(log().append(job, 0, STEP, NOW)).isPresent();
        log().append(job, 1, STEP, NOW);

        assertThat(log().append(job, 0, END, NOW)).isEmpty();
    }

    @Test
    void knows_from_which_number_on_nothing_will_come() {
        log().append(job, 1, STEP, NOW);
        assertThat(log().isOverAt(job, 1)).isFalse();
        log().append(job, 1, END, NOW);

        assertThat(log().isOverAt(job, 1)).isFalse();
        assertThat(log().isOverAt(job, 2)).isTrue();
        assertThat(log().isOverAt(job, 99)).isTrue();
    }

    @Test
    void gives_eight_writers_at_once_all_numbers_once() {
        List<List<Sequenced>> written = Concurrently.run(8, writer -> () -> {
            List<Sequenced> own = new ArrayList<>();
            for (int n = 0; n < 5; n++) {
                log().append(job, 1, new JobEvent.Progressed("writer " + writer, n), NOW)
                        .ifPresent(own::add);
            }
            return own;
        });

        List<Long> all = LongStream.rangeClosed(1, 40).boxed().toList();
        assertThat(written.stream().flatMap(List::stream).map(Sequenced::seq)).containsExactlyInAnyOrderElementsOf(all);
        assertThat(log().after(job, 0, 100))
                .containsExactlyInAnyOrderElementsOf(
                        written.stream().flatMap(List::stream).toList())
                .extracting(Sequenced::seq)
                .isEqualTo(all);
        assertThat(written)
                .allSatisfy(own -> assertThat(own)
                        .as("a writer's events keep their order")
                        .isSortedAccordingTo((a, b) -> Long.compare(a.seq(), b.seq())));
    }

    @Test
    void lets_one_of_many_ends_in_and_nothing_after_it() {
        List<Optional<Sequenced>> written =
                Concurrently.run(8, writer -> () -> log().append(job, 1, writer % 2 == 0 ? END : STEP, NOW));

        List<Sequenced> history = log().after(job, 0, 100);
        assertThat(history.getLast().event()).isEqualTo(END);
        assertThat(history).filteredOn(event -> event.event().isLast()).hasSize(1);
        assertThat(written.stream().flatMap(Optional::stream)).containsExactlyInAnyOrderElementsOf(history);
    }
}
