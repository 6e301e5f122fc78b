package dev.assistant.api.workflows;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.assistant.api.reviews.ReviewListItem;
import dev.assistant.progress.ReadTranscript.Transcript;
import dev.assistant.progress.ReadTranscript.Turn;
import dev.assistant.review.ReviewSummary;
import dev.assistant.workflow.Job;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An execution with everything that was said in it, on the wire (SPEC section 2). Grows only by optional fields. */
record ExecutionDocument(
        @JsonUnwrapped ReviewListItem item,
        int progress,
        String step,
        @Nullable String error,
        @Nullable Double durationSeconds,
        List<TurnDocument> transcript,
        boolean transcriptComplete) {

    static ExecutionDocument of(ReviewSummary summary, Transcript transcript) {
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
                transcript.complete());
    }

    /**
     * A turn on the wire.
     *
     * @param tools names of those that it used
     * @param inputTokens what it cost; null where no model took part in it
     */
    record TurnDocument(
            String agent,
            String text,
            List<String> tools,
            @Nullable Long inputTokens,
            @Nullable Long outputTokens) {
        static TurnDocument of(Turn turn) {
            return new TurnDocument(turn.agent(), turn.text(), List.of(), null, null);
        }
    }
}
