package dev.assistant.review;

import dev.assistant.failure.Failure;
import dev.assistant.identity.UserId;
import dev.assistant.workflow.JobId;
import java.time.InstantSource;
import java.util.Optional;

/** Lets the owner of a review say whether one of its findings helped. Idempotent: the last rating stands. Thread-safe. */
public final class RateFinding {
    private final Reviews reviews;
    private final Ratings ratings;
    private final InstantSource clock;

    public RateFinding(Reviews reviews, Ratings ratings, InstantSource clock) {
        this.reviews = reviews;
        this.ratings = ratings;
        this.clock = clock;
    }

    /**
     * @param issue the finding's id within the review
     * @param helpful empty to take a rating back
     * @return the finding that was rated
     * @throws Failure.NotFound when there is no such review or finding, or it is somebody else's
     * @throws Failure.Conflict when the review has not completed
     */
    public Finding rate(UserId owner, JobId job, String issue, Optional<Boolean> helpful) {
        Finding finding = reviews.finished(owner, job).report().finding(issue);
        helpful.ifPresentOrElse(
                answer -> ratings.rate(owner, job, finding, answer, clock.instant()),
                () -> ratings.takeBack(owner, job, finding));
        return finding;
    }
}
