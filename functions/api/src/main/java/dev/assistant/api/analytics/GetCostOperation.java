package dev.assistant.api.analytics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.assistant.analytics.Analytics;
import dev.assistant.analytics.Figures;
import dev.assistant.analytics.Period;
import dev.assistant.analytics.Spending;
import dev.assistant.analytics.Timeline;
import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;

/** {@code GET /analytics/cost} */
public final class GetCostOperation implements Operation {
    private final Analytics analytics;
    private final InstantSource clock;

    public GetCostOperation(Analytics analytics, InstantSource clock) {
        this.analytics = analytics;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "getCost";
    }

    @Override
    public Answer answer(Request request) {
        Period period = PeriodParameters.read(request, clock);
        Timeline timeline = analytics.timeline(request.user(), period);
        return Answer.json(
                200,
                new CostDocument(
                        PeriodDocument.of(period),
                        CostFigures.of(timeline.total()),
                        CostFigures.of(timeline.previous()),
                        BucketDocument.all(timeline, CostFigures::of),
                        spent(analytics.byWorkflow(request.user(), period)),
                        spent(analytics.byAgent(request.user(), period))));
    }

    private static List<SpendingDocument> spent(List<Spending> spending) {
        return spending.stream().map(SpendingDocument::of).toList();
    }

    /** The wire form. Grows only by optional fields. */
    private record CostDocument(
            @JsonUnwrapped PeriodDocument period,
            CostFigures total,
            CostFigures previous,
            List<BucketDocument<CostFigures>> buckets,
            List<SpendingDocument> byWorkflow,
            List<SpendingDocument> byAgent) {}

    /** What was spent, on the wire. Grows only by optional fields. */
    private record CostFigures(BigDecimal costUsd, long executions, long inputTokens, long outputTokens) {
        static CostFigures of(Figures figures) {
            return new CostFigures(
                    figures.costUsd(), figures.submitted(), figures.inputTokens(), figures.outputTokens());
        }
    }
}
