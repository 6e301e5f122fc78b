package dev.assistant.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.failure.Failure;
import dev.assistant.identity.UserId;
import dev.assistant.testkit.InMemoryJobQueue;
import dev.assistant.testkit.InMemoryJobStore;
import dev.assistant.testkit.ReviewRequestBuilder;
import dev.assistant.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SweepOutboxTest {
    private final TestClock clock = new TestClock();
    private final InMemoryJobStore store = new InMemoryJobStore();
    private final InMemoryJobQueue queue = new InMemoryJobQueue(clock);
    private final SweepOutbox sweepOutbox = new SweepOutbox(store.outbox(), queue, clock);

    @Test
    void enqueues_what_was_left_behind_oldest_first_and_once() {
        List<JobId> jobs = stored(3);
        clock.advance(Duration.ofSeconds(31));

        assertThat(sweepOutbox.sweep()).isEqualTo(3);
        assertThat(sweepOutbox.sweep()).isZero();
        assertThat(queue.jobs()).isEqualTo(jobs);
    }

    @Test
    void leaves_alone_what_its_submitter_may_still_be_enqueueing() {
        stored(1);
        clock.advance(Duration.ofSeconds(29));

        assertThat(sweepOutbox.sweep()).isZero();
        assertThat(queue.jobs()).isEmpty();
    }

    @Test
    void keeps_what_the_queue_does_not_take_for_the_next_sweep() {
        List<JobId> jobs = stored(2);
        clock.advance(Duration.ofMinutes(1));
        queue.setDown(true);
        assertThatThrownBy(sweepOutbox::sweep).isInstanceOf(Failure.Unavailable.class);
        queue.setDown(false);

        sweepOutbox.sweep();

        assertThat(queue.jobs()).isEqualTo(jobs);
    }

    @Test
    void takes_more_than_one_batch_in_one_sweep() {
        stored(250);
        clock.advance(Duration.ofMinutes(1));

        assertThat(sweepOutbox.sweep()).isEqualTo(250);
    }

    private List<JobId> stored(int count) {
        List<JobId> jobs = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            JobId job = new JobId(UUID.randomUUID());
            store.reviews()
                    .add(
                            ReviewRequestBuilder.aReviewOf(new UserId(UUID.randomUUID()))
                                    .as(job)
                                    .build(),
                            Optional.empty(),
                            clock.advance(Duration.ofMillis(1)));
            jobs.add(job);
        }
        return jobs;
    }
}
