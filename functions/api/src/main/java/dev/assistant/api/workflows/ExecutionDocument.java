package dev.assistant.api.workflows;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.assistant.adapters.json.ProductJson;
import dev.assistant.api.reviews.ReviewListItem;
import dev.assistant.product.Product;
import dev.assistant.progress.ReadTranscript.Transcript;
import dev.assistant.review.AgentUsage;
import dev.assistant.review.ReviewSummary;
import dev.assistant.workflow.Approval;
import dev.assistant.workflow.Job;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An execution with everything that was said in it, on the wire (SPEC section 2). Grows only by optional fields. */
record ExecutionDocument(
        @JsonUnwrapped ReviewListItem item,
        int progress,
        String step,
        @Nullable String error,
        @Nullable Double durationSeconds,
        List<TurnDocument> transcript,
        boolean transcriptComplete,
        @JsonRawValue @Nullable String results,
        @Nullable ApprovalDocument approval,
        List<UsageDocument> agents) {

    static ExecutionDocument of(
            ReviewSummary summary, Transcript transcript, Optional<Product> product, Optional<Approval> approval) {
        Job job = summary.job();
        return new ExecutionDocument(
                ReviewListItem.of(summary),
                job.progress(),
                job.step(),
                job.error().orElse(null),
                job.startedAt()
                        .flatMap(start -> job.completedAt().map(end -> Duration.between(start, end)))
                        .map(taken -> taken.toMillis() / 1000.0)
                        .orElse(null),
                transcript.turns().stream().map(TurnDocument::of).toList(),
                transcript.complete(),
                product.map(ProductJson::write).orElse(null),
                approval.map(ApprovalDocument::of).orElse(null),
                AgentUsage.of(transcript.turns().stream()
                                .filter(turn -> !turn.conversation().isEmpty())
                                .toList())
                        .stream()
                        .map(UsageDocument::of)
                        .toList());
    }

    /** What an agent used, on the wire. */
    record UsageDocument(
            String agent, double durationSeconds, long inputTokens, long outputTokens, BigDecimal costUsd) {
        static UsageDocument of(AgentUsage usage) {
            return new UsageDocument(
                    usage.agent(),
                    usage.duration().toMillis() / 1000.0,
                    usage.inputTokens(),
                    usage.outputTokens(),
                    usage.costUsd());
        }
    }
}
