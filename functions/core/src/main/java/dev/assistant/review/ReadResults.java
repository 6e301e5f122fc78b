package dev.assistant.review;

import dev.assistant.identity.UserId;
import dev.assistant.workflow.JobId;
import java.time.InstantSource;

/**
 * Reads what came of a review, with its findings as people have judged them by now. Verdict, scores and summary stay those of
 * the day: they are what was answered then. Thread-safe.
 */
public final class ReadResults {
    private final Reviews reviews;
    private final Triages triages;
    private final InstantSource clock;

    public ReadResults(Reviews reviews, Triages triages, InstantSource clock) {
        this.reviews = reviews;
        this.triages = triages;
        this.clock = clock;
    }

    /**
     * @throws dev.assistant.failure.Failure.NotFound when there is none, or it is somebody else's
     * @throws dev.assistant.failure.Failure.Conflict when it has not completed; the message says where it stands
     */
    public FinishedReview read(UserId owner, JobId job) {
        FinishedReview review = reviews.finished(owner, job);
        TriageMemory memory =
                triages.memory(job, TriageMemory.fingerprints(review.report().findings()), clock.instant());
        return new FinishedReview(review.job(), review.report().under(memory));
    }
}
