package dev.assistant.testkit.contract;

import static dev.assistant.testkit.FindingBuilder.aFinding;
import static dev.assistant.testkit.ReportBuilder.aReportOf;
import static dev.assistant.testkit.ReviewRequestBuilder.aReviewOf;
import static dev.assistant.testkit.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.failure.Failure;
import dev.assistant.identity.User;
import dev.assistant.identity.UserId;
import dev.assistant.identity.Users;
import dev.assistant.review.Language;
import dev.assistant.review.Reviews;
import dev.assistant.review.SourceFile;
import dev.assistant.testkit.Concurrently;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Jobs;
import dev.assistant.workflow.Lease;
import dev.assistant.workflow.Leases;
import dev.assistant.workflow.Leases.Checkpoint;
import dev.assistant.workflow.Leases.Claim;
import dev.assistant.workflow.Leases.LeaseLost;
import dev.assistant.workflow.TypicalDuration;
import dev.assistant.workflow.TypicalDuration.Basis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Leases}, and the {@link Jobs} that its jobs' owners see, do. */
public abstract class LeasesContract {
    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");
    private static final Instant LEASE_OVER = NOW.plus(Lease.LENGTH);
    private static final JobId UNKNOWN = new JobId(UUID.randomUUID());

    private final User owner = aUser().build();

    /** The leases under test; the same ones each time within a test. */
    protected abstract Leases leases();

    protected abstract Jobs jobs();

    protected abstract Reviews reviews();

    protected abstract Users users();

    @BeforeEach
    void an_account() {
        users().add(owner);
    }

    @Test
    void grants_a_queued_job() {
        JobId job = queued();

        Claim.Granted granted = claim(job, NOW);

        assertThat(granted.lease()).isEqualTo(new Lease(job, 1, 1, LEASE_OVER));
        assertThat(granted.job().status()).isEqualTo(JobStatus.RUNNING);
        assertThat(granted.job().startedAt()).contains(NOW);
        assertThat(seen(job)).isEqualTo(granted.job());
    }

    @Test
    void keeps_a_second_worker_off_and_says_until_when() {
        JobId job = queued();
        claim(job, NOW);

        assertThat(leases().claim(job, "second", LEASE_OVER.minusMillis(1)))
                .isEqualTo(new Claim.HeldElsewhere(LEASE_OVER));
    }

    @Test
    void grants_a_job_to_one_of_many_workers_who_claim_it_at_once() {
        JobId job = queued();

        List<Claim> claims = Concurrently.run(8, n -> () -> leases().claim(job, "worker-" + n, NOW));

        assertThat(claims).filteredOn(claim -> claim instanceof Claim.Granted).hasSize(1);
        assertThat(claims)
                .filteredOn(claim -> claim instanceof Claim.HeldElsewhere)
                .hasSize(7);
    }

    @Test
    void grants_a_dead_workers_job_under_the_next_epoch() {
        JobId job = queued();
        claim(job, NOW);

        Claim.Granted second = claim(job, LEASE_OVER);

        assertThat(second.lease()).isEqualTo(new Lease(job, 2, 2, LEASE_OVER.plus(Lease.LENGTH)));
        assertThat(second.job().startedAt()).as("the first start").contains(NOW);
    }

    @Test
    void keeps_a_renewed_job_from_others() {
        JobId job = queued();
        Lease lease = claim(job, NOW).lease();

        Lease renewed = leases().renew(lease, NOW.plusSeconds(20)).orElseThrow();

        assertThat(renewed).isEqualTo(new Lease(job, 1, 1, NOW.plusSeconds(20).plus(Lease.LENGTH)));
        assertThat(leases().claim(job, "second", LEASE_OVER)).isInstanceOf(Claim.HeldElsewhere.class);
    }

    @Test
    void renews_a_lease_that_ended_while_nobody_wanted_the_job() {
        JobId job = queued();
        Lease lease = claim(job, NOW).lease();

        assertThat(leases().renew(lease, LEASE_OVER.plusSeconds(60))).isPresent();
    }

    @Test
    void lets_another_worker_have_a_released_job_at_once() {
        JobId job = queued();
        Lease lease = claim(job, NOW).lease();

        leases().release(lease, NOW);

        assertThat(leases().renew(lease, NOW)).as("no heartbeat takes it back").isEmpty();
        assertThat(claim(job, NOW).lease().epoch()).isEqualTo(2);
    }

    @Test
    void lets_another_worker_try_after_a_failed_attempt() {
        JobId job = queued();
        Lease lease = claim(job, NOW).lease();

        leases().attemptFailed(lease, "out of memory", NOW);

        assertThat(seen(job).status()).isEqualTo(JobStatus.RUNNING);
        assertThat(claim(job, NOW).lease().attempt()).isEqualTo(2);
    }

    @Test
    void refuses_every_write_of_a_worker_who_lost_the_job() {
        JobId job = queued();
        Lease stale = claim(job, NOW).lease();
        Lease current = claim(job, LEASE_OVER).lease();
        leases().progress(current, 40, "analyzing", LEASE_OVER);

        assertLost(() -> leases().progress(stale, 99, "late", LEASE_OVER));
        assertLost(() -> leases().checkpoint(stale, new Checkpoint("late", "{}"), LEASE_OVER));
        assertLost(() -> leases().end(stale, JobStatus.FAILED, Optional.of("late"), LEASE_OVER));
        assertLost(() -> reviews().complete(stale, aReportOf().build(), LEASE_OVER));
        assertThat(leases().renew(stale, LEASE_OVER)).isEmpty();
        leases().release(stale, LEASE_OVER);
        leases().attemptFailed(stale, "late", LEASE_OVER);

        assertThat(leases().claim(job, "third", LEASE_OVER)).isInstanceOf(Claim.HeldElsewhere.class);
        assertThat(leases().checkpoints(job)).isEmpty();
        assertThat(seen(job).progress()).isEqualTo(40);
        assertThat(seen(job).status()).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void refuses_every_write_of_a_worker_who_gave_the_job_back() {
        JobId job = queued();
        Lease lease = claim(job, NOW).lease();
        leases().release(lease, NOW);

        assertLost(() -> leases().progress(lease, 99, "late", NOW));
        assertLost(() -> leases().checkpoint(lease, new Checkpoint("late", "{}"), NOW));
        assertLost(() -> leases().end(lease, JobStatus.FAILED, Optional.empty(), NOW));
        assertLost(() -> reviews().complete(lease, aReportOf().build(), NOW));
    }

    @Test
    void shows_progress_to_the_owner() {
        JobId job = queued();
        Lease lease = claim(job, NOW).lease();

        leases().progress(lease, 25, "analyzing", NOW);

        assertThat(seen(job).progress()).isEqualTo(25);
        assertThat(seen(job).step()).isEqualTo("analyzing");
    }

    @Test
    void gives_the_next_worker_what_earlier_ones_stored_in_order_and_renewed() {
        JobId job = queued();
        Lease first = claim(job, NOW).lease();
        leases().checkpoint(first, new Checkpoint("b", "{\"n\": 1}"), NOW);
        leases().checkpoint(first, new Checkpoint("a", "[]"), NOW);
        Lease second = claim(job, LEASE_OVER).lease();
        leases().checkpoint(second, new Checkpoint("b", "{\"text\":\"caf\\u00e9 \\u0000 \\\\u0000\"}"), LEASE_OVER);

        assertThat(leases().checkpoints(job))
                .containsExactly(
                        new Checkpoint("b", "{\"text\":\"caf\\u00e9 \\u0000 \\\\u0000\"}"), new Checkpoint("a", "[]"));
        assertThat(leases().checkpoints(UNKNOWN)).isEmpty();
    }

    @Test
    void ends_a_job_for_good() {
        JobId job = queued();
        Lease lease = claim(job, NOW).lease();
        leases().checkpoint(lease, new Checkpoint("a", "[]"), NOW);
        leases().progress(lease, 50, "analyzing", NOW);

        leases().end(lease, JobStatus.FAILED, Optional.of("The analyser stopped."), NOW.plusSeconds(3));

        Job ended = seen(job);
        assertThat(ended.status()).isEqualTo(JobStatus.FAILED);
        assertThat(ended.step()).isEqualTo("failed");
        assertThat(ended.progress()).isEqualTo(50);
        assertThat(ended.error()).contains("The analyser stopped.");
        assertThat(ended.completedAt()).contains(NOW.plusSeconds(3));
        assertThat(leases().checkpoints(job)).isEmpty();
        assertLost(() -> leases().progress(lease, 60, "late", NOW));
        assertThat(leases().renew(lease, NOW)).isEmpty();
        assertThat(leases().claim(job, "second", LEASE_OVER)).isEqualTo(new Claim.AlreadyEnded(ended, 1));
    }

    @Test
    void ends_a_job_without_results_only_as_failed_or_cancelled() {
        Lease lease = claim(queued(), NOW).lease();

        assertThatThrownBy(() -> leases().end(lease, JobStatus.COMPLETED, Optional.empty(), NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void has_nothing_to_claim_when_the_job_is_gone() {
        assertThat(leases().claim(UNKNOWN, "worker", NOW)).isEqualTo(new Claim.Gone());
        assertThat(leases().abandon(UNKNOWN, "gone", NOW)).isEmpty();
    }

    @Test
    void cancels_a_queued_job_at_once() {
        JobId job = queued();

        Job cancelled = jobs().requestCancel(owner.id(), job, NOW).job();

        assertThat(cancelled.status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(cancelled.step()).isEqualTo("cancelled");
        assertThat(cancelled.completedAt()).contains(NOW);
        assertThat(seen(job)).isEqualTo(cancelled);
        assertThat(leases().claim(job, "worker", NOW)).isEqualTo(new Claim.AlreadyEnded(cancelled, 0));
        assertThat(jobs().requestCancel(owner.id(), job, NOW.plusSeconds(5)).job())
                .as("asking twice changes nothing")
                .isEqualTo(cancelled);
    }

    @Test
    void flags_a_running_job_for_its_worker() {
        JobId job = queued();
        JobId other = queued();
        Lease lease = claim(job, NOW).lease();
        claim(other, NOW);

        Job flagged = jobs().requestCancel(owner.id(), job, NOW).job();

        assertThat(flagged.status()).isEqualTo(JobStatus.RUNNING);
        assertThat(flagged.cancelRequested()).isTrue();
        assertThat(leases().cancelRequested(List.of(job, other))).containsExactly(job);
        assertThat(leases().cancelRequested(List.of())).isEmpty();
        leases().end(lease, JobStatus.CANCELLED, Optional.empty(), NOW);
        assertThat(seen(job).status()).isEqualTo(JobStatus.CANCELLED);
    }

    @Test
    void tells_the_next_worker_that_a_dead_workers_job_is_to_be_cancelled() {
        JobId job = queued();
        claim(job, NOW);
        jobs().requestCancel(owner.id(), job, NOW);

        assertThat(claim(job, LEASE_OVER).job().cancelRequested()).isTrue();
    }

    @Test
    void does_not_cancel_a_job_that_ended_otherwise() {
        JobId job = queued();
        reviews()
                .complete(claim(job, NOW).lease(), aReportOf(aFinding().build()).build(), NOW);

        assertThatThrownBy(() -> jobs().requestCancel(owner.id(), job, NOW)).isInstanceOf(Failure.Conflict.class);
        assertThat(seen(job).cancelRequested()).isFalse();
    }

    @Test
    void shows_and_cancels_nobody_elses_job() {
        JobId job = queued();
        UserId stranger = new UserId(UUID.randomUUID());

        assertThatThrownBy(() -> jobs().byId(stranger, job)).isInstanceOf(Failure.NotFound.class);
        assertThatThrownBy(() -> jobs().requestCancel(stranger, job, NOW)).isInstanceOf(Failure.NotFound.class);
        assertThatThrownBy(() -> jobs().byId(owner.id(), UNKNOWN)).isInstanceOf(Failure.NotFound.class);
        assertThat(seen(job).status()).isEqualTo(JobStatus.QUEUED);
    }

    @Test
    void abandons_a_job_whoever_holds_it() {
        JobId job = queued();
        Lease lease = claim(job, NOW).lease();

        Claim.AlreadyEnded ended =
                leases().abandon(job, "Tried 3 times.", NOW.plusSeconds(9)).orElseThrow();

        assertThat(ended.job().status()).isEqualTo(JobStatus.FAILED);
        assertThat(ended.job().error()).contains("Tried 3 times.");
        assertThat(ended.epoch()).as("above every worker's").isEqualTo(2);
        assertLost(() -> leases().progress(lease, 60, "late", NOW));
        assertThat(leases().abandon(job, "again", NOW.plusSeconds(60))).contains(ended);
    }

    @Test
    void abandons_no_job_that_has_ended() {
        JobId job = queued();
        Lease lease = claim(job, NOW).lease();
        reviews().complete(lease, aReportOf().build(), NOW);

        assertThat(leases().abandon(job, "late", NOW)).contains(new Claim.AlreadyEnded(seen(job), 1));
        assertThat(seen(job).status()).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    void tells_the_usual_duration_of_own_runs_about_as_much_code_else_of_everybodys() {
        String workflow = "workflow-" + UUID.randomUUID();
        for (int seconds : List.of(9, 1)) {
            run(owner, workflow, 1_000, Duration.ofSeconds(seconds));
        }
        assertThat(usual(owner, workflow, OptionalLong.of(1_000))).isEmpty();
        run(owner, workflow, 2_000, Duration.ofMillis(4200));
        User other = aUser().build();
        users().add(other);
        for (int seconds : List.of(30, 20)) {
            run(other, workflow, 90_000, Duration.ofSeconds(seconds));
        }

        assertThat(usual(owner, workflow, OptionalLong.of(1_500)))
                .contains(new TypicalDuration(Duration.ofMillis(4200), 3, Basis.OWN));
        assertThat(usual(owner, workflow, OptionalLong.of(100_000)))
                .contains(new TypicalDuration(Duration.ofSeconds(9), 5, Basis.ANY));
        assertThat(usual(other, workflow, OptionalLong.empty()))
                .contains(new TypicalDuration(Duration.ofSeconds(9), 5, Basis.ANY));
        assertThat(usual(owner, "workflow-" + UUID.randomUUID(), OptionalLong.of(1_000)))
                .isEmpty();
    }

    private Optional<TypicalDuration> usual(User user, String workflow, OptionalLong bytes) {
        return jobs().typicalDuration(user.id(), workflow, bytes);
    }

    private void run(User user, String workflow, int bytes, Duration duration) {
        JobId job = reviews()
                .add(
                        aReviewOf(user.id())
                                .withWorkflow(workflow)
                                .withFiles(new SourceFile("a.py", Language.PYTHON, "x".repeat(bytes)))
                                .build(),
                        Optional.empty(),
                        NOW);
        reviews().complete(claim(job, NOW).lease(), aReportOf().build(), NOW.plus(duration));
    }

    private JobId queued() {
        return reviews().add(aReviewOf(owner.id()).build(), Optional.empty(), NOW);
    }

    private Claim.Granted claim(JobId job, Instant at) {
        return (Claim.Granted) leases().claim(job, "worker", at);
    }

    private Job seen(JobId job) {
        return jobs().byId(owner.id(), job);
    }

    private static void assertLost(ThrowingCallable write) {
        assertThatThrownBy(write).isInstanceOf(LeaseLost.class);
    }
}
