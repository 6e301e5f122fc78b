package dev.assistant.testkit.contract;

import static dev.assistant.testkit.FindingBuilder.aFinding;
import static dev.assistant.testkit.ReportBuilder.aReportOf;
import static dev.assistant.testkit.ReviewRequestBuilder.aReviewOf;
import static dev.assistant.testkit.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.failure.Failure;
import dev.assistant.idempotency.IdempotencyKey;
import dev.assistant.identity.User;
import dev.assistant.identity.UserId;
import dev.assistant.identity.Users;
import dev.assistant.review.FinishedReview;
import dev.assistant.review.FocusArea;
import dev.assistant.review.Language;
import dev.assistant.review.ReviewReport;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.Reviews;
import dev.assistant.review.Severity;
import dev.assistant.review.SourceFile;
import dev.assistant.testkit.Concurrently;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Jobs;
import dev.assistant.workflow.Leases;
import dev.assistant.workflow.Leases.Claim;
import dev.assistant.workflow.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Reviews}, with the {@link Outbox} that it fills, does. */
public abstract class ReviewsContract {
    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");
    private static final Optional<IdempotencyKey> NO_KEY = Optional.empty();

    private final User owner = aUser().build();

    /** The reviews under test; the same ones each time within a test. */
    protected abstract Reviews reviews();

    protected abstract Outbox outbox();

    protected abstract Leases leases();

    protected abstract Jobs jobs();

    protected abstract Users users();

    @BeforeEach
    void an_account() {
        users().add(owner);
    }

    @Test
    void stores_a_review_as_it_was_asked_for() {
        ReviewRequest request = aReviewOf(owner.id())
                .withFiles(
                        new SourceFile("src/b.ts", Language.TYPESCRIPT, "let x = \"\\\\ ' ; $1 :name\"\r\n\tend"),
                        new SourceFile("src/a.py", Language.PYTHON, "# naïve 日本 🐍\n"),
                        new SourceFile("empty.txt", Language.TEXT, ""))
                .focusedOn(FocusArea.SECURITY, FocusArea.BUGS)
                .in(Language.TYPESCRIPT)
                .build();

        assertThat(reviews().add(request, NO_KEY, NOW)).isEqualTo(request.job());

        assertThat(reviews().request(request.job())).isEqualTo(request);
        assertThat(reviews().files(owner.id(), request.job(), 0, 100)).isEqualTo(request.files());
        assertThat(jobs().byId(owner.id(), request.job()).status()).isEqualTo(JobStatus.QUEUED);
    }

    @Test
    void gives_some_of_the_files_in_order_or_one_by_its_path() {
        SourceFile first = new SourceFile("b.py", Language.PYTHON, "b = 1");
        SourceFile second = new SourceFile("a.py", Language.PYTHON, "a = 1");
        SourceFile third = new SourceFile("c.py", Language.PYTHON, "c = 1");
        JobId job = reviews()
                .add(aReviewOf(owner.id()).withFiles(first, second, third).build(), NO_KEY, NOW);

        assertThat(reviews().files(owner.id(), job, 0, 2)).containsExactly(first, second);
        assertThat(reviews().files(owner.id(), job, 2, 2)).containsExactly(third);
        assertThat(reviews().files(owner.id(), job, 3, 2)).isEmpty();
        assertThat(reviews().file(owner.id(), job, "a.py")).isEqualTo(second);
        assertThatThrownBy(() -> reviews().file(owner.id(), job, "d.py")).isInstanceOf(Failure.NotFound.class);
        assertThatThrownBy(() -> reviews().file(new UserId(UUID.randomUUID()), job, "a.py"))
                .isInstanceOf(Failure.NotFound.class);
    }

    @Test
    void stores_code_far_larger_than_usual() {
        String long1 = "x = 1  # héllo\n".repeat(60_000);
        ReviewRequest request = aReviewOf(owner.id())
                .withFiles(
                        new SourceFile("big.py", Language.PYTHON, long1),
                        new SourceFile("small.py", Language.PYTHON, "y = 2\n"))
                .build();

        reviews().add(request, NO_KEY, NOW);

        assertThat(reviews().request(request.job())).isEqualTo(request);
        assertThat(reviews().files(owner.id(), request.job(), 0, 100)).isEqualTo(request.files());
    }

    @Test
    void leaves_an_entry_in_the_outbox_until_it_is_sent() {
        JobId job = add();

        assertThat(pendingOf(job, NOW.plusSeconds(31)))
                .containsExactly(new Outbox.Entry(job, owner.id().value()));
        assertThat(pendingOf(job, NOW.plusSeconds(30))).as("too young").isEmpty();
        outbox().sent(job);
        outbox().sent(job);
        assertThat(pendingOf(job, NOW.plusSeconds(31))).isEmpty();
    }

    @Test
    void lists_the_oldest_entries_first() {
        JobId second = reviews().add(aReviewOf(owner.id()).build(), NO_KEY, NOW.minusSeconds(10));
        JobId first = reviews().add(aReviewOf(owner.id()).build(), NO_KEY, NOW.minusSeconds(20));

        assertThat(outbox().pending(Duration.ZERO, 1000, NOW))
                .extracting(Outbox.Entry::job)
                .containsSubsequence(first, second);
        assertThat(outbox().pending(Duration.ZERO, 1, NOW)).hasSize(1);
    }

    @Test
    void refuses_a_review_of_a_project_that_is_not_the_owners() {
        ReviewRequest request =
                aReviewOf(owner.id()).ofProject(UUID.randomUUID()).build();

        assertThatThrownBy(() -> reviews().add(request, NO_KEY, NOW)).isInstanceOf(Failure.NotFound.class);
        assertThatThrownBy(() -> reviews().request(request.job())).isInstanceOf(Failure.NotFound.class);
        assertThat(pendingOf(request.job(), NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void makes_one_job_of_a_request_that_is_repeated_under_its_key() {
        Optional<IdempotencyKey> key = key("hash");
        JobId first = reviews().add(aReviewOf(owner.id()).build(), key, NOW);
        ReviewRequest repeated = aReviewOf(owner.id()).build();

        assertThat(reviews().add(repeated, key, NOW.plusSeconds(60))).isEqualTo(first);

        assertThatThrownBy(() -> reviews().request(repeated.job())).isInstanceOf(Failure.NotFound.class);
        assertThat(pendingOf(repeated.job(), NOW.plusSeconds(3600))).isEmpty();
    }

    @Test
    void refuses_another_request_under_a_used_key() {
        IdempotencyKey key = key("hash").orElseThrow();
        reviews().add(aReviewOf(owner.id()).build(), Optional.of(key), NOW);

        assertThatThrownBy(() -> reviews()
                        .add(aReviewOf(owner.id()).build(), Optional.of(new IdempotencyKey(key.value(), "other")), NOW))
                .isInstanceOf(Failure.Conflict.class)
                .hasMessageContaining("Idempotency-Key");
    }

    @Test
    void keeps_the_keys_of_owners_apart() {
        User other = aUser().build();
        users().add(other);
        Optional<IdempotencyKey> key = key("hash");
        JobId first = reviews().add(aReviewOf(owner.id()).build(), key, NOW);

        assertThat(reviews().add(aReviewOf(other.id()).build(), key, NOW)).isNotEqualTo(first);
    }

    @Test
    void makes_one_job_of_a_request_that_is_sent_many_times_at_once() {
        Optional<IdempotencyKey> key = key("hash");
        List<ReviewRequest> requests = new ArrayList<>();
        for (int n = 0; n < 6; n++) {
            requests.add(aReviewOf(owner.id()).build());
        }

        List<JobId> jobs = Concurrently.run(6, n -> () -> reviews().add(requests.get(n), key, NOW));

        assertThat(jobs).containsOnly(jobs.getFirst());
        assertThat(requests)
                .filteredOn(request ->
                        !pendingOf(request.job(), NOW.plusSeconds(60)).isEmpty())
                .hasSize(1);
    }

    @Test
    void gives_the_report_of_a_completed_review_to_its_owner() {
        JobId job = add();
        ReviewReport report = aReportOf(
                        aFinding().withSeverity(Severity.CRITICAL).build(),
                        aFinding()
                                .withId("2")
                                .aboutTheWholeFile()
                                .inFile("other.py")
                                .build())
                .build();

        complete(job, report, NOW.plusSeconds(3));

        FinishedReview finished = reviews().finished(owner.id(), job);
        assertThat(finished.report()).isEqualTo(report);
        assertThat(finished.job()).isEqualTo(jobs().byId(owner.id(), job));
        assertThat(finished.job().status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(finished.job().progress()).isEqualTo(100);
        assertThat(finished.job().completedAt()).contains(NOW.plusSeconds(3));
    }

    @Test
    void says_where_a_review_stands_that_has_no_report() {
        JobId job = add();

        assertThatThrownBy(() -> reviews().finished(owner.id(), job))
                .isInstanceOf(Failure.Conflict.class)
                .hasMessageContaining("queued");
        leases().abandon(job, "Tried 3 times.", NOW);
        assertThatThrownBy(() -> reviews().finished(owner.id(), job))
                .isInstanceOf(Failure.Conflict.class)
                .hasMessageContaining("failed");
    }

    @Test
    void completes_a_review_once() {
        JobId job = add();
        Claim.Granted granted = (Claim.Granted) leases().claim(job, "worker", NOW);
        ReviewReport report = aReportOf(aFinding().build()).build();
        reviews().complete(granted.lease(), report, NOW);

        assertThatThrownBy(() -> reviews().complete(granted.lease(), aReportOf().build(), NOW))
                .isInstanceOf(Leases.LeaseLost.class);
        assertThat(reviews().finished(owner.id(), job).report()).isEqualTo(report);
    }

    @Test
    void shows_nothing_of_a_review_to_somebody_else() {
        JobId job = add();
        complete(job, aReportOf().build(), NOW);
        UserId stranger = new UserId(UUID.randomUUID());

        assertThatThrownBy(() -> reviews().finished(stranger, job)).isInstanceOf(Failure.NotFound.class);
        assertThatThrownBy(() -> reviews().files(stranger, job, 0, 1)).isInstanceOf(Failure.NotFound.class);
    }

    @Test
    void finds_no_review_that_is_not_there() {
        JobId unknown = new JobId(UUID.randomUUID());

        assertThatThrownBy(() -> reviews().request(unknown)).isInstanceOf(Failure.NotFound.class);
        assertThatThrownBy(() -> reviews().finished(owner.id(), unknown)).isInstanceOf(Failure.NotFound.class);
        assertThatThrownBy(() -> reviews().files(owner.id(), unknown, 0, 1)).isInstanceOf(Failure.NotFound.class);
    }

    @Test
    void deletes_a_review_that_has_ended_and_no_other() {
        Optional<IdempotencyKey> key = key("hash");
        JobId job = reviews().add(aReviewOf(owner.id()).build(), key, NOW);
        JobId kept = add();
        assertThatThrownBy(() -> reviews().delete(owner.id(), job)).isInstanceOf(Failure.NotFound.class);
        complete(job, aReportOf().build(), NOW);
        assertThatThrownBy(() -> reviews().delete(new UserId(UUID.randomUUID()), job))
                .isInstanceOf(Failure.NotFound.class);

        reviews().delete(owner.id(), job);

        assertThatThrownBy(() -> reviews().files(owner.id(), job, 0, 1)).isInstanceOf(Failure.NotFound.class);
        assertThatThrownBy(() -> reviews().delete(owner.id(), job)).isInstanceOf(Failure.NotFound.class);
        assertThat(reviews().files(owner.id(), kept, 0, 1)).isNotEmpty();
        assertThat(reviews().add(aReviewOf(owner.id()).build(), key, NOW)).isNotEqualTo(job);
    }

    private JobId add() {
        return reviews().add(aReviewOf(owner.id()).build(), NO_KEY, NOW);
    }

    private void complete(JobId job, ReviewReport report, Instant at) {
        Claim.Granted granted = (Claim.Granted) leases().claim(job, "worker", NOW);
        reviews().complete(granted.lease(), report, at);
    }

    private List<Outbox.Entry> pendingOf(JobId job, Instant at) {
        return outbox().pending(Duration.ofSeconds(30), 1000, at).stream()
                .filter(entry -> entry.job().equals(job))
                .toList();
    }

    private static Optional<IdempotencyKey> key(String requestHash) {
        return Optional.of(new IdempotencyKey(UUID.randomUUID().toString(), requestHash));
    }
}
