package dev.assistant.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobInbox;
import dev.assistant.workflow.JobInbox.Delivery;
import dev.assistant.workflow.JobQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every pair of {@link JobQueue} and {@link JobInbox} does. */
public abstract class JobQueueContract {
    private static final UUID TENANT = UUID.randomUUID();

    private final JobId job = new JobId(UUID.randomUUID());

    /** The queue under test, empty at first; the same one each time within a test. */
    protected abstract JobQueue queue();

    protected abstract JobInbox inbox();

    @Test
    void brings_a_job_to_a_worker() {
        queue().enqueue(job, TENANT);

        Delivery delivery = receiveOne();

        assertThat(delivery.job()).isEqualTo(job);
        assertThat(delivery.count()).isEqualTo(1);
    }

    @Test
    void has_nothing_when_nothing_was_sent() {
        assertThat(inbox().receive(1, Duration.ZERO)).isEmpty();
    }

    @Test
    void hides_a_received_message_from_other_workers() {
        queue().enqueue(job, TENANT);
        receiveOne();

        assertThat(inbox().receive(1, Duration.ZERO)).isEmpty();
    }

    @Test
    void shows_a_message_again_at_once_when_its_worker_says_so() {
        queue().enqueue(job, TENANT);
        Delivery first = receiveOne();

        inbox().hide(first, Duration.ZERO);

        Delivery second = receiveOne();
        assertThat(second.job()).isEqualTo(job);
        assertThat(second.count()).isEqualTo(2);
    }

    @Test
    void brings_a_postponed_message_again_as_if_for_the_first_time() {
        queue().enqueue(job, TENANT);
        Delivery first = receiveOne();
        inbox().hide(first, Duration.ZERO);

        inbox().postpone(receiveOne(), Duration.ZERO);

        Delivery fresh = receiveOne();
        assertThat(fresh.job()).isEqualTo(job);
        assertThat(fresh.count()).isEqualTo(1);
        assertThat(fresh.tenant()).contains(TENANT);
        assertThat(inbox().receive(1, Duration.ZERO)).as("the one before").isEmpty();
    }

    @Test
    void keeps_a_postponed_message_back_for_a_while() {
        queue().enqueue(job, TENANT);

        inbox().postpone(receiveOne(), Duration.ofMinutes(1));

        assertThat(inbox().receive(1, Duration.ZERO)).isEmpty();
    }

    @Test
    void reminds_of_a_job_after_a_while_or_at_once() {
        inbox().remind(job, TENANT, Duration.ofMinutes(1));
        assertThat(inbox().receive(1, Duration.ZERO)).isEmpty();

        inbox().remind(job, TENANT, Duration.ZERO);

        Delivery delivery = receiveOne();
        assertThat(delivery.job()).isEqualTo(job);
        assertThat(delivery.tenant()).contains(TENANT);
    }

    @Test
    void takes_a_deleted_message_away_for_good() {
        queue().enqueue(job, TENANT);
        Delivery delivery = receiveOne();

        inbox().delete(delivery);
        inbox().delete(delivery);
        inbox().hide(delivery, Duration.ZERO);

        assertThat(inbox().receive(1, Duration.ZERO)).isEmpty();
    }

    @Test
    void brings_every_job_of_several_tenants() {
        Set<JobId> sent = new HashSet<>();
        for (int n = 0; n < 6; n++) {
            JobId one = new JobId(UUID.randomUUID());
            sent.add(one);
            queue().enqueue(one, n % 2 == 0 ? TENANT : UUID.randomUUID());
        }

        List<Delivery> received = new ArrayList<>();
        List<Delivery> some = inbox().receive(10, Duration.ofSeconds(1));
        while (!some.isEmpty()) {
            received.addAll(some);
            some = inbox().receive(10, Duration.ofSeconds(1));
        }

        assertThat(received).extracting(Delivery::job).containsExactlyInAnyOrderElementsOf(sent);
    }

    private Delivery receiveOne() {
        List<Delivery> deliveries = inbox().receive(1, Duration.ofSeconds(5));
        assertThat(deliveries).hasSize(1);
        return deliveries.getFirst();
    }
}
