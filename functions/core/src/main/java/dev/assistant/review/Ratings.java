package dev.assistant.review;

import dev.assistant.identity.UserId;
import dev.assistant.workflow.JobId;
import java.time.Instant;
import java.util.List;

/**
 * What people said of findings that they read. Unlike a {@link Triage} it changes nothing about the finding: it tells how good the
 * rule is that reported it. Thread-safe.
 */
public interface Ratings {
    /**
     * Keeps a rating in place of an earlier one.
     *
     * @throws dev.assistant.failure.Failure.NotFound when there is no such review, or it is somebody else's
     */
    void rate(UserId owner, JobId job, Finding finding, boolean helpful, Instant now);

    /** Takes a rating back; nothing happens when there is none. */
    void takeBack(UserId owner, JobId job, Finding finding);

    /**
     * The latest 1,000 of a review, in no particular order.
     *
     * @throws dev.assistant.failure.Failure.NotFound when there is no such review, or it is somebody else's
     */
    List<Rating> ofReview(UserId owner, JobId job);
}
