package dev.assistant.progress;

import dev.assistant.review.Finding;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobStatus;

/** A fact that a job tells to whoever watches it (SPEC section 4). */
public sealed interface JobEvent {
    /**
     * The job has come so far.
     *
     * @param percent 0 to 100, never falling within a job
     */
    record Progressed(String step, int percent) implements JobEvent {}

    /** An agent says something to the watching person. */
    record AgentSpoke(String agent, String message) implements JobEvent {}

    /** A finding, as soon as it is known; merging may still drop or join it. */
    record FindingReported(Finding finding) implements JobEvent {}

    /**
     * The job has ended; always the last event.
     *
     * @param status a final status
     */
    record Ended(JobStatus status, String message) implements JobEvent {
        /**
         * How a job ended, for whoever finds it ended and cannot tell whether that was told.
         *
         * @throws IllegalArgumentException when it has not ended
         */
        public static Ended of(Job job) {
            return new Ended(
                    job.status(),
                    switch (job.status()) {
                        case COMPLETED -> "The review is complete.";
                        case FAILED -> job.error().orElse("The review failed.");
                        case CANCELLED -> "The review was cancelled.";
                        case QUEUED, RUNNING, AWAITING_APPROVAL ->
                            throw new IllegalArgumentException("job " + job.id() + " has not ended");
                    });
        }
    }

    /** Whether nothing follows. */
    default boolean isLast() {
        return this instanceof Ended;
    }
}
