package dev.assistant.adapters.postgres;

import static dev.assistant.testkit.ReviewRequestBuilder.aReviewOf;
import static dev.assistant.testkit.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assistant.failure.Failure;
import dev.assistant.failure.UsedUp;
import dev.assistant.idempotency.IdempotencyKey;
import dev.assistant.identity.User;
import dev.assistant.identity.UserId;
import dev.assistant.quota.Quota;
import dev.assistant.quota.QuotaUse;
import dev.assistant.review.ReviewRequest;
import dev.assistant.testkit.Concurrently;
import dev.assistant.testkit.ReportBuilder;
import dev.assistant.workflow.Lease;
import dev.assistant.workflow.Leases;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Quotas, and that submitting and finishing reviews keeps to them. */
class PostgresQuotasTest {
    private static final Instant EVENING = Instant.parse("2026-01-31T23:30:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-02-01T00:00:00Z");
    private static final Optional<IdempotencyKey> NO_KEY = Optional.empty();

    private static final Database DATABASE = Database.open(TestDatabase.fresh(), 8);

    private final PostgresQuotas quotas = new PostgresQuotas(DATABASE);
    private final PostgresReviews reviews = new PostgresReviews(DATABASE, new InMemorySources());
    private final User administrator = aUser().administrator().build();
    private final User user = aUser().build();
    private final UserId owner = user.id();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void accounts() {
        new PostgresUsers(DATABASE).add(user);
        new PostgresUsers(DATABASE).add(administrator);
    }

    @Test
    void nobody_is_limited_until_an_administrator_says_so_but_use_is_counted() {
        submit(EVENING);

        assertThat(quotas.of(owner, EVENING)).isEqualTo(new QuotaUse(Quota.NONE, 1, BigDecimal.ZERO, EVENING));
    }

    @Test
    void refuses_one_more_review_than_a_day_has_and_says_what_is_left_and_when_it_renews() {
        allow(Optional.of(2), Optional.empty());
        submit(EVENING);
        submit(EVENING);

        Failure.LimitReached refusal = catchThrowableOfType(Failure.LimitReached.class, () -> submit(EVENING));

        assertThat(refusal.retryAfter()).isEqualTo(Duration.ofMinutes(30));
        assertThat(refusal.usedUp())
                .contains(new UsedUp("reviews_per_day", BigDecimal.TWO, BigDecimal.TWO, BigDecimal.ZERO, MIDNIGHT));
        assertThat(quotas.of(owner, EVENING).reviewsToday()).isEqualTo(2);
        submit(MIDNIGHT);
        assertThat(quotas.of(owner, MIDNIGHT).reviewsToday()).isEqualTo(1);
    }

    @Test
    void lets_a_repeated_request_have_its_answer_when_nothing_is_left() {
        allow(Optional.of(1), Optional.empty());
        Optional<IdempotencyKey> key =
                Optional.of(new IdempotencyKey(UUID.randomUUID().toString(), "hash"));
        ReviewRequest first = aReviewOf(owner).build();
        reviews.add(first, key, EVENING);

        assertThat(reviews.add(aReviewOf(owner).build(), key, EVENING)).isEqualTo(first.job());
        assertThat(quotas.of(owner, EVENING).reviewsToday()).isEqualTo(1);
    }

    @Test
    void lets_none_slip_through_side_by_side() {
        allow(Optional.of(3), Optional.empty());
        List<Boolean> taken = Concurrently.run(8, attempt -> () -> {
            try {
                submit(EVENING);
                return true;
            } catch (Failure.LimitReached e) {
                return false;
            }
        });

        assertThat(taken).filteredOn(isTaken -> isTaken).hasSize(3);
        assertThat(quotas.of(owner, EVENING).reviewsToday()).isEqualTo(3);
    }

    @Test
    void counts_what_finished_reviews_cost_until_the_month_is_over() {
        allow(Optional.empty(), Optional.of(new BigDecimal("0.02")));
        finish(submit(EVENING), "0.015", EVENING);
        assertThat(quotas.of(owner, EVENING).usdThisMonth()).isEqualByComparingTo("0.015");
        finish(submit(EVENING), "0.015", EVENING);

        assertThatThrownBy(() -> submit(EVENING))
                .isInstanceOf(Failure.LimitReached.class)
                .hasMessageContaining("2026-02-01T00:00:00Z");
        submit(MIDNIGHT);
        assertThat(quotas.of(owner, MIDNIGHT).usdThisMonth()).isZero();
    }

    @Test
    void gives_nothing_back_for_what_was_deleted() {
        allow(Optional.of(1), Optional.empty());
        ReviewRequest request = submit(EVENING);
        DATABASE.query(sql -> sql.sql("delete from workflow_executions where id = :id")
                .param("id", request.job().value())
                .update());

        assertThatThrownBy(() -> submit(EVENING)).isInstanceOf(Failure.LimitReached.class);
    }

    @Test
    void is_nobody_elses_quota_and_can_be_lifted() {
        allow(Optional.of(0), Optional.empty());
        User other = aUser().build();
        new PostgresUsers(DATABASE).add(other);
        assertThatThrownBy(() -> submit(EVENING)).isInstanceOf(Failure.LimitReached.class);
        reviews.add(aReviewOf(other.id()).build(), NO_KEY, EVENING);

        allow(Optional.empty(), Optional.empty());

        submit(EVENING);
        assertThat(quotas.of(owner, EVENING).quota()).isEqualTo(Quota.NONE);
    }

    private void allow(Optional<Integer> reviewsPerDay, Optional<BigDecimal> usdPerMonth) {
        quotas.set(owner, new Quota(reviewsPerDay, usdPerMonth), administrator.id(), EVENING);
    }

    private ReviewRequest submit(Instant now) {
        ReviewRequest request = aReviewOf(owner).build();
        reviews.add(request, NO_KEY, now);
        return request;
    }

    private void finish(ReviewRequest request, String usd, Instant now) {
        Leases leases = new PostgresLeases(DATABASE);
        Lease lease = ((Leases.Claim.Granted) leases.claim(request.job(), "worker", now)).lease();
        reviews.complete(lease, ReportBuilder.aReportOf().costing(usd).build(), now);
    }
}
