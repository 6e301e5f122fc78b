package dev.assistant.testkit.contract;

import static dev.assistant.testkit.ReportBuilder.aReportOf;
import static dev.assistant.testkit.ReviewRequestBuilder.aReviewOf;
import static dev.assistant.testkit.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assistant.failure.Failure;
import dev.assistant.failure.UsedUp;
import dev.assistant.identity.User;
import dev.assistant.identity.UserId;
import dev.assistant.identity.Users;
import dev.assistant.review.Reviews;
import dev.assistant.workflow.Admission;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Jobs;
import dev.assistant.workflow.Lease;
import dev.assistant.workflow.Leases;
import dev.assistant.workflow.Leases.Claim;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whose job comes next, and how many jobs one person may have in the queue. Each test has a queue of its own. */
public abstract class TurnsContract {
    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");

    private Instant clock = NOW;

    /** The leases under test, of no jobs at first; the same ones each time within a test. */
    protected abstract Leases leases();

    protected abstract Jobs jobs();

    protected abstract Reviews reviews();

    protected abstract Users users();

    @Test
    void runs_the_jobs_of_one_person_in_the_order_of_submission() {
        UserId ada = someone();
        List<JobId> submitted = submit(ada, 3);

        assertThat(started(3, submitted.getLast(), submitted.get(1), submitted.getLast()))
                .isEqualTo(submitted);
    }

    @Test
    void lets_the_only_job_of_somebody_go_before_all_that_another_has_waiting() {
        List<JobId> many = submit(someone(), 20);
        started(2, many.get(0), many.get(1));
        JobId only = submit(someone(), 1).getFirst();

        assertThat(next(many.get(7)).job().id()).isEqualTo(only);
        assertThat(next(many.get(7)).job().id()).isEqualTo(many.get(2));
    }

    @Test
    void lets_it_go_first_also_when_nothing_runs_at_the_moment() {
        List<JobId> many = submit(someone(), 5);
        finish(next(many.get(0)));
        finish(next(many.get(1)));
        JobId only = submit(someone(), 1).getFirst();

        assertThat(next(many.get(2)).job().id()).isEqualTo(only);
    }

    @Test
    void takes_turns_between_several_who_have_much_waiting() {
        UserId ada = someone();
        UserId ben = someone();
        JobId ofAda = submit(ada, 6).getLast();
        submit(ben, 6);

        List<UserId> turns = new ArrayList<>();
        for (int n = 0; n < 8; n++) {
            turns.add(next(ofAda).job().owner());
        }

        assertThat(turns).isIn(List.of(alternating(ada, ben), alternating(ben, ada)));
    }

    @Test
    void gives_nobody_more_than_a_share_for_submitting_one_by_one() {
        UserId steady = someone();
        UserId patient = someone();
        JobId last = submit(patient, 10).getLast();
        submit(steady, 1);

        int ofSteady = 0;
        for (int n = 0; n < 8; n++) {
            Claim.Granted granted = next(last);
            if (granted.job().owner().equals(steady)) {
                ofSteady++;
                submit(steady, 1);
            }
        }

        assertThat(ofSteady).isBetween(3, 5);
    }

    @Test
    void starts_a_handed_back_job_before_what_came_later() {
        List<JobId> submitted = submit(someone(), 3);
        Lease lease = next(submitted.get(0)).lease();
        leases().release(lease, clock);

        assertThat(next(submitted.get(2)).job().id()).isEqualTo(submitted.get(0));
    }

    @Test
    void leaves_a_job_whose_attempt_failed_to_its_own_message() {
        List<JobId> submitted = submit(someone(), 2);
        leases().attemptFailed(next(submitted.get(0)).lease(), "no memory", clock);

        assertThat(next(submitted.get(1)).job().id()).isEqualTo(submitted.get(1));
        assertThat(next(submitted.get(0)).lease().attempt()).isEqualTo(2);
    }

    @Test
    void starts_nothing_else_for_a_message_whose_job_does_not_wait() {
        List<JobId> submitted = submit(someone(), 2);
        Claim.Granted running = next(submitted.get(0));

        assertThat(leases().claimNext(submitted.get(0), "worker", clock))
                .isEqualTo(new Claim.HeldElsewhere(running.lease().until()));
        finish(running);
        assertThat(leases().claimNext(submitted.get(0), "worker", clock)).isInstanceOf(Claim.AlreadyEnded.class);
        assertThat(jobs().byId(running.job().owner(), submitted.get(1)).status())
                .isEqualTo(JobStatus.QUEUED);
    }

    @Test
    void refuses_a_persons_job_beyond_a_thousand_queued_until_a_worker_takes_one() {
        UserId greedy = someone();
        JobId first = submit(greedy, Admission.MOST_QUEUED).getFirst();

        Failure.LimitReached refusal = catchThrowableOfType(Failure.LimitReached.class, () -> submit(greedy, 1));

        assertThat(refusal.usedUp().orElseThrow())
                .extracting(UsedUp::quota, UsedUp::limit, UsedUp::remaining)
                .containsExactly("queued_jobs", BigDecimal.valueOf(Admission.MOST_QUEUED), BigDecimal.ZERO);
        submit(someone(), 1);
        next(first);
        next(first);
        submit(greedy, 1);
        assertThatThrownBy(() -> submit(greedy, 1)).isInstanceOf(Failure.LimitReached.class);
    }

    private static List<UserId> alternating(UserId one, UserId other) {
        return List.of(one, other, one, other, one, other, one, other);
    }

    private UserId someone() {
        User user = aUser().build();
        users().add(user);
        return user.id();
    }

    private List<JobId> submit(UserId owner, int count) {
        List<JobId> jobs = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            clock = clock.plusMillis(1);
            jobs.add(reviews().add(aReviewOf(owner).build(), Optional.empty(), clock));
        }
        return jobs;
    }

    private List<JobId> started(int count, JobId... woken) {
        return Stream.of(woken).limit(count).map(job -> next(job).job().id()).toList();
    }

    private Claim.Granted next(JobId woken) {
        return (Claim.Granted) leases().claimNext(woken, "worker", clock);
    }

    private void finish(Claim.Granted granted) {
        reviews().complete(granted.lease(), aReportOf().build(), clock);
    }
}
