package dev.assistant.api.analytics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.assistant.analytics.Analytics;
import dev.assistant.analytics.Figures;
import dev.assistant.analytics.Period;
import dev.assistant.analytics.Timeline;
import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import java.time.InstantSource;
import java.util.List;

/** {@code GET /analytics/usage} */
public final class GetUsageOperation implements Operation {
    private final Analytics analytics;
    private final InstantSource clock;

    public GetUsageOperation(Analytics analytics, InstantSource clock) {
        this.analytics = analytics;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "getUsage";
    }

    @Override
    public Answer answer(Request request) {
        Period period = PeriodParameters.read(request, clock);
        Timeline timeline = analytics.timeline(request.user(), period);
        return Answer.json(
                200,
                new UsageDocument(
                        PeriodDocument.of(period),
                        UsageFigures.of(timeline.total()),
                        UsageFigures.of(timeline.previous()),
                        BucketDocument.all(timeline, UsageFigures::of),
                        analytics.byWorkflow(request.user(), period).stream()
                                .map(SpendingDocument::of)
                                .toList()));
    }

    /** The wire form. Grows only by optional fields. */
    private record UsageDocument(
            @JsonUnwrapped PeriodDocument period,
            UsageFigures total,
            UsageFigures previous,
            List<BucketDocument<UsageFigures>> buckets,
            List<SpendingDocument> byWorkflow) {}

    /** What was used, on the wire. Grows only by optional fields. */
    private record UsageFigures(
            long executions,
            long completed,
            long failed,
            long cancelled,
            double durationSeconds,
            long inputTokens,
            long outputTokens) {
        static UsageFigures of(Figures figures) {
            return new UsageFigures(
                    figures.submitted(),
                    figures.completed(),
                    figures.failed(),
                    figures.cancelled(),
                    Numbers.seconds(figures.busy()),
                    figures.inputTokens(),
                    figures.outputTokens());
        }
    }
}
