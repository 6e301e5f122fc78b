package dev.assistant.progress;

import dev.assistant.review.Finding;
import dev.assistant.workflow.Approval;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Produces;
import dev.assistant.workflow.Turn;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A fact that a job tells to whoever watches it (SPEC section 4). */
public sealed interface JobEvent {
    /**
     * The job has come so far.
     *
     * @param percent 0 to 100, never falling within a job
     */
    record Progressed(String step, int percent) implements JobEvent {}

    /**
     * An agent says something to the watching person.
     *
     * @param turn the turn of a conversation that this is; empty for a fact that the product itself states
     */
    record AgentSpoke(String agent, String message, Optional<TurnFacts> turn) implements JobEvent {
        public AgentSpoke(String agent, String message) {
            this(agent, message, Optional.empty());
        }

        public static AgentSpoke of(Turn turn) {
            return new AgentSpoke(turn.agent(), turn.text(), Optional.of(TurnFacts.of(turn)));
        }
    }

    /**
     * What is told of a turn besides its words.
     *
     * @param number its place in its conversation; with that it tells a turn from another with the same words
     * @param tools names of those that were called
     * @param model the one that answered; empty when none took part
     * @param usd what models took for it; equal amounts are equal, however they were written
     * @param failed whether nothing came of it; the words say why
     */
    record TurnFacts(
            String conversation,
            int number,
            List<String> tools,
            Optional<String> model,
            long inputTokens,
            long outputTokens,
            BigDecimal usd,
            boolean failed) {
        public TurnFacts {
            tools = List.copyOf(tools);
            usd = usd.stripTrailingZeros();
        }

        static TurnFacts of(Turn turn) {
            return new TurnFacts(
                    turn.conversation(),
                    turn.number(),
                    turn.tools().stream().map(Turn.ToolUse::tool).toList(),
                    turn.model().map(Turn.ModelUse::model),
                    turn.model().map(Turn.ModelUse::inputTokens).orElse(0L),
                    turn.model().map(Turn.ModelUse::outputTokens).orElse(0L),
                    turn.model().map(Turn.ModelUse::usd).orElse(BigDecimal.ZERO),
                    turn.kind() == Turn.Kind.FAILED || turn.kind() == Turn.Kind.OVERDRAWN);
        }
    }

    /**
     * The job waits for a person.
     *
     * @param expiresAt until when an answer counts; then it is a refusal
     * @param planHash names the plan to decide about
     */
    record ApprovalRequired(String step, String prompt, Instant expiresAt, String planHash) implements JobEvent {
        public static ApprovalRequired of(Approval approval) {
            return new ApprovalRequired(approval.step(), approval.prompt(), approval.expiresAt(), approval.planHash());
        }
    }

    /** A finding, as soon as it is known; merging may still drop or join it. */
    record FindingReported(Finding finding) implements JobEvent {}

    /**
     * The job has ended; always the last event.
     *
     * @param status a final status
     * @param isReview whether what came of it is read as a review's results
     */
    record Ended(JobStatus status, String message, boolean isReview) implements JobEvent {
        /** The end of a review. */
        public Ended(JobStatus status, String message) {
            this(status, message, true);
        }

        /**
         * How a job ended, for whoever finds it ended and cannot tell whether that was told.
         *
         * @throws IllegalArgumentException when it has not ended
         */
        public static Ended of(Job job) {
            return new Ended(
                    job.status(),
                    switch (job.status()) {
                        case COMPLETED ->
                            "The %s is complete.".formatted(job.produces().id());
                        case FAILED ->
                            job.error()
                                    .orElse("The %s failed."
                                            .formatted(job.produces().id()));
                        case CANCELLED ->
                            "The %s was cancelled.".formatted(job.produces().id());
                        case QUEUED, RUNNING, AWAITING_APPROVAL ->
                            throw new IllegalArgumentException("job " + job.id() + " has not ended");
                    },
                    job.produces() == Produces.REVIEW);
        }
    }

    /** Whether nothing follows. */
    default boolean isLast() {
        return this instanceof Ended;
    }
}
