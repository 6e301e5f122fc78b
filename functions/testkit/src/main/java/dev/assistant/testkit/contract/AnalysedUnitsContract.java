package dev.assistant.testkit.contract;

import static dev.assistant.testkit.ReviewRequestBuilder.aReviewOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.identity.UserId;
import dev.assistant.review.AnalysedUnits;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.Reviews;
import dev.assistant.review.UnitKey;
import dev.assistant.testkit.ReviewRequestBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link AnalysedUnits} does. */
public abstract class AnalysedUnitsContract {
    protected static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");
    protected static final UnitKey UNIT = new UnitKey("ab".repeat(32));
    protected static final UnitKey OTHER = new UnitKey("cd".repeat(32));
    protected static final String RESULT = "{\"evidence\": []}";

    /** The units under test; the same ones each time within a test. */
    protected abstract AnalysedUnits units();

    /** The reviews that they are of. */
    protected abstract Reviews reviews();

    /** Somebody who can own reviews. */
    protected abstract UserId owner();

    @Test
    void a_review_takes_over_what_its_baseline_knows() {
        UserId owner = owner();
        ReviewRequest first = review(aReviewOf(owner));
        units().keep(first, Map.of(UNIT, RESULT), NOW);

        assertThat(units().find(since(first), List.of(UNIT))).containsKey(UNIT);
        assertThat(units().find(review(aReviewOf(owner)), List.of(UNIT))).isEmpty();
    }

    @Test
    void nobody_takes_over_somebody_elses() {
        UserId owner = owner();
        UserId stranger = owner();
        ReviewRequest first = review(aReviewOf(owner));
        units().keep(first, Map.of(UNIT, RESULT), NOW);
        ReviewRequest strange =
                aReviewOf(stranger).comparedWith(first.job()).as(first.job()).build();

        units().keep(strange, Map.of(OTHER, RESULT), NOW);

        assertThat(units().known(strange, List.of(UNIT, OTHER))).isEmpty();
        assertThat(units().known(since(first), List.of(UNIT, OTHER))).containsExactly(UNIT);
    }

    @Test
    void the_first_result_of_a_review_stays() {
        ReviewRequest review = review(aReviewOf(owner()));
        units().keep(review, Map.of(UNIT, RESULT), NOW);
        units().keep(review, Map.of(UNIT, "{}", OTHER, RESULT), NOW);

        assertThat(units().find(since(review), List.of(UNIT, OTHER))).isEqualTo(Map.of(UNIT, RESULT, OTHER, RESULT));
    }

    @Test
    void forgets_the_oldest_first_and_so_many_at_once() {
        ReviewRequest review = review(aReviewOf(owner()));
        units().keep(review, Map.of(UNIT, RESULT), NOW);
        units().keep(review, Map.of(OTHER, RESULT), NOW.minusSeconds(1));

        assertThat(units().forget(NOW.minusSeconds(1), 10)).isZero();
        assertThat(units().forget(NOW.plusSeconds(1), 1)).isEqualTo(1);
        assertThat(units().known(since(review), List.of(UNIT, OTHER))).containsExactly(UNIT);
        assertThat(units().forget(NOW.plusSeconds(1), 10)).isEqualTo(1);
    }

    @Test
    void keeps_nothing_for_a_review_that_is_gone() {
        ReviewRequest gone = aReviewOf(owner()).build();

        units().keep(gone, Map.of(UNIT, RESULT), NOW);

        assertThat(units().known(since(gone), List.of(UNIT))).isEmpty();
    }

    private ReviewRequest since(ReviewRequest earlier) {
        return review(aReviewOf(earlier.owner()).comparedWith(earlier.job()));
    }

    protected final ReviewRequest review(ReviewRequestBuilder builder) {
        ReviewRequest request = builder.build();
        reviews().add(request, Optional.empty(), NOW);
        return request;
    }
}
