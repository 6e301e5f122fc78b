package dev.assistant.adapters.postgres;

import static dev.assistant.testkit.FindingBuilder.aFinding;
import static dev.assistant.testkit.ReviewRequestBuilder.aReviewOf;
import static dev.assistant.testkit.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.analytics.Judgement;
import dev.assistant.analytics.Period;
import dev.assistant.analytics.Period.Interval;
import dev.assistant.failure.Failure;
import dev.assistant.identity.User;
import dev.assistant.identity.UserId;
import dev.assistant.review.Finding;
import dev.assistant.review.Rating;
import dev.assistant.review.Triage;
import dev.assistant.workflow.JobId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people say of findings, and what that tells of the rules. */
class PostgresRatingsTest {
    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");
    private static final Period THAT_DAY =
            Period.of(LocalDate.parse("2026-01-15"), LocalDate.parse("2026-01-15"), ZoneOffset.UTC, Interval.DAILY);
    private static final Finding FINDING = aFinding().build();

    private static Database database;

    private final UserId owner = somebody();
    private final PostgresRatings ratings = ratings();

    @BeforeAll
    static void open() {
        database = Database.open(TestDatabase.fresh(), 2);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void keeps_the_last_rating_of_a_finding_until_it_is_taken_back() {
        JobId job = review(owner);

        ratings.rate(owner, job, FINDING, true, NOW);
        ratings.rate(owner, job, FINDING, false, NOW);

        assertThat(ratings.ofReview(owner, job)).containsExactly(new Rating(FINDING.fingerprint(), false));

        ratings.takeBack(owner, job, FINDING);
        ratings.takeBack(owner, job, FINDING);

        assertThat(ratings.ofReview(owner, job)).isEmpty();
    }

    @Test
    void nobody_rates_or_reads_in_somebody_elses_review() {
        JobId job = review(owner);
        ratings.rate(owner, job, FINDING, true, NOW);
        UserId stranger = somebody();

        assertThatThrownBy(() -> ratings.rate(stranger, job, FINDING, false, NOW))
                .isInstanceOf(Failure.NotFound.class);
        assertThatThrownBy(() -> ratings.ofReview(stranger, job)).isInstanceOf(Failure.NotFound.class);
        ratings.takeBack(stranger, job, FINDING);

        assertThat(ratings.ofReview(owner, job)).containsExactly(new Rating(FINDING.fingerprint(), true));
    }

    @Test
    void a_rule_is_judged_by_ratings_and_by_decisions_about_findings_that_nobody_rated() {
        PostgresTriages triages = new PostgresTriages(database);
        JobId rated = review(owner);
        ratings.rate(owner, rated, FINDING, true, NOW);
        triages.remember(rated, FINDING, falsePositive());
        triages.remember(review(owner), FINDING, falsePositive());

        assertThat(new PostgresAnalytics(database).judgements(owner, THAT_DAY, 10))
                .containsExactly(new Judgement(FINDING.ruleId(), 1, 1));
    }

    private Triage falsePositive() {
        return new Triage(
                Triage.State.DISMISSED,
                Optional.of(Triage.Reason.FALSE_POSITIVE),
                Optional.empty(),
                owner,
                NOW,
                Optional.empty());
    }

    private static PostgresRatings ratings() {
        return new PostgresRatings(database);
    }

    private static JobId review(UserId owner) {
        return new PostgresReviews(database, new InMemorySources())
                .add(aReviewOf(owner).build(), Optional.empty(), NOW);
    }

    private static UserId somebody() {
        User user = aUser().build();
        new PostgresUsers(database).add(user);
        return user.id();
    }
}
