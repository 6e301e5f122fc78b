package dev.assistant.erasure;

import dev.assistant.failure.Failure;
import dev.assistant.identity.UserId;
import dev.assistant.review.Reviews;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.Jobs;
import java.util.List;
import java.util.Locale;

/**
 * Deletes a review that has ended, with its code, its results and its events. What is elsewhere goes first, so that stopping
 * at any moment loses track of nothing and asking again goes on. Thread-safe.
 */
public final class DeleteReview {
    private final Jobs jobs;
    private final Belongings events;
    private final Reviews reviews;

    public DeleteReview(Jobs jobs, Belongings events, Reviews reviews) {
        this.jobs = jobs;
        this.events = events;
        this.reviews = reviews;
    }

    /**
     * @throws Failure.NotFound when there is none, or it is somebody else's
     * @throws Failure.Conflict when it has not ended; its worker could still write
     */
    public void delete(UserId owner, JobId id) {
        Job job = jobs.byId(owner, id);
        if (!job.status().isFinal()) {
            String status = job.status().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            throw new Failure.Conflict("The execution has not ended: it is " + status + ". Cancel it first.");
        }
        events.eraseJobs(owner, List.of(id));
        reviews.delete(owner, id);
    }
}
