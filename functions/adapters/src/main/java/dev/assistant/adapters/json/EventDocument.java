package dev.assistant.adapters.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.assistant.progress.JobEvent;
import dev.assistant.progress.Sequenced;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A live event on the wire (SPEC section 4), told apart by {@code type}. Each grows only by optional fields. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = EventDocument.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = EventDocument.AgentMessage.class, name = "agent_message"),
    @JsonSubTypes.Type(value = EventDocument.Issue.class, name = "issue"),
    @JsonSubTypes.Type(value = EventDocument.ApprovalRequired.class, name = "approval_required"),
    @JsonSubTypes.Type(value = EventDocument.Completed.class, name = "completed")
})
sealed interface EventDocument {
    long seq();

    @Nullable
    Instant at();

    JobEvent toEvent();

    static EventDocument of(JobId job, Sequenced sequenced) {
        long seq = sequenced.seq();
        Instant at = sequenced.at();
        return switch (sequenced.event()) {
            case JobEvent.Progressed progressed -> new Progress(progressed.step(), progressed.percent(), seq, at);
            case JobEvent.AgentSpoke spoke -> AgentMessage.of(spoke, seq, at);
            case JobEvent.ApprovalRequired asked ->
                new ApprovalRequired(asked.step(), asked.prompt(), asked.expiresAt(), asked.planHash(), seq, at);
            case JobEvent.FindingReported reported -> new Issue(IssueDocument.of(reported.finding()), seq, at);
            case JobEvent.Ended ended -> Completed.of(job, ended, seq, at);
        };
    }

    record Progress(
            String step, int percent, long seq, @Nullable Instant at) implements EventDocument {
        @Override
        public JobEvent toEvent() {
            return new JobEvent.Progressed(step, percent);
        }
    }

    /** The fields after {@code at} are there when the message is a turn of a conversation. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AgentMessage(
            String agent,
            String message,
            long seq,
            @Nullable Instant at,
            @Nullable String conversation,
            @Nullable Integer turn,
            @Nullable List<String> tools,
            @Nullable String model,
            @Nullable Long inputTokens,
            @Nullable Long outputTokens,
            @Nullable BigDecimal costUsd,
            @Nullable Boolean failed)
            implements EventDocument {
        static AgentMessage of(JobEvent.AgentSpoke spoke, long seq, Instant at) {
            return spoke.turn()
                    .map(turn -> new AgentMessage(
                            spoke.agent(),
                            spoke.message(),
                            seq,
                            at,
                            turn.conversation(),
                            turn.number(),
                            turn.tools(),
                            turn.model().orElse(null),
                            turn.inputTokens(),
                            turn.outputTokens(),
                            turn.usd().signum() > 0 ? turn.usd() : null,
                            turn.failed() ? true : null))
                    .orElseGet(() -> new AgentMessage(
                            spoke.agent(), spoke.message(), seq, at, null, null, null, null, null, null, null, null));
        }

        @Override
        public JobEvent toEvent() {
            return new JobEvent.AgentSpoke(
                    agent,
                    message,
                    Optional.ofNullable(conversation)
                            .map(of -> new JobEvent.TurnFacts(
                                    of,
                                    Objects.requireNonNullElse(turn, 0),
                                    Objects.requireNonNullElse(tools, List.of()),
                                    Optional.ofNullable(model),
                                    Objects.requireNonNullElse(inputTokens, 0L),
                                    Objects.requireNonNullElse(outputTokens, 0L),
                                    Objects.requireNonNullElse(costUsd, BigDecimal.ZERO),
                                    Boolean.TRUE.equals(failed))));
        }
    }

    record Issue(IssueDocument issue, long seq, @Nullable Instant at) implements EventDocument {
        @Override
        public JobEvent toEvent() {
            return new JobEvent.FindingReported(issue.toFinding());
        }
    }

    record ApprovalRequired(
            String step,
            String prompt,
            Instant expiresAt,
            @Nullable String planHash,
            long seq,
            @Nullable Instant at) implements EventDocument {
        @Override
        public JobEvent toEvent() {
            return new JobEvent.ApprovalRequired(step, prompt, expiresAt, Objects.requireNonNullElse(planHash, ""));
        }
    }

    record Completed(
            String status,
            String resultsUrl,
            String message,
            long seq,
            @Nullable Instant at) implements EventDocument {
        private static final String REVIEWS = "/api/v1/code-review/";
        private static final String EXECUTIONS = "/api/v1/workflows/history/";

        static Completed of(JobId job, JobEvent.Ended ended, long seq, Instant at) {
            String url = ended.isReview() ? REVIEWS + job + "/results" : EXECUTIONS + job;
            return new Completed(status(ended.status()), url, ended.message(), seq, at);
        }

        @Override
        public JobEvent toEvent() {
            return new JobEvent.Ended(status(status), message, !resultsUrl.startsWith(EXECUTIONS));
        }

        private static String status(JobStatus status) {
            return switch (status) {
                case COMPLETED -> "success";
                case FAILED -> "failed";
                case CANCELLED -> "cancelled";
                case QUEUED, RUNNING, AWAITING_APPROVAL -> throw new IllegalArgumentException(status + " is no end");
            };
        }

        private static JobStatus status(String status) {
            return switch (status) {
                case "success" -> JobStatus.COMPLETED;
                case "failed" -> JobStatus.FAILED;
                case "cancelled" -> JobStatus.CANCELLED;
                default -> throw new IllegalArgumentException("no such end: " + status);
            };
        }
    }
}
