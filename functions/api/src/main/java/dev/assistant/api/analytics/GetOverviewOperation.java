package dev.assistant.api.analytics;

import dev.assistant.analytics.Analytics;
import dev.assistant.analytics.Analytics.Facet;
import dev.assistant.analytics.Period;
import dev.assistant.analytics.Timeline;
import dev.assistant.api.analytics.OverviewDocument.FiguresDocument;
import dev.assistant.api.analytics.OverviewDocument.RuleShareDocument;
import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.api.rules.Rules;
import java.time.InstantSource;
import java.util.List;

/** {@code GET /analytics/overview} */
public final class GetOverviewOperation implements Operation {
    private static final int TOP = 10;

    private final Analytics analytics;
    private final Rules rules;
    private final InstantSource clock;

    public GetOverviewOperation(Analytics analytics, Rules rules, InstantSource clock) {
        this.analytics = analytics;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "getOverview";
    }

    @Override
    public Answer answer(Request request) {
        Period period = PeriodParameters.read(request, clock);
        Timeline timeline = analytics.timeline(request.user(), period);
        return Answer.json(
                200,
                new OverviewDocument(
                        PeriodDocument.of(period),
                        FiguresDocument.of(timeline.total()),
                        FiguresDocument.of(timeline.previous()),
                        BucketDocument.all(timeline, FiguresDocument::of),
                        topRules(request, period),
                        top(request, period, Facet.CWE),
                        top(request, period, Facet.LANGUAGE)));
    }

    private List<RuleShareDocument> topRules(Request request, Period period) {
        return analytics.top(request.user(), period, Facet.RULE, TOP).stream()
                .map(share -> new RuleShareDocument(
                        ShareDocument.of(share), rules.title(share.name()).orElse(null)))
                .toList();
    }

    private List<ShareDocument> top(Request request, Period period, Facet facet) {
        return analytics.top(request.user(), period, facet, TOP).stream()
                .map(ShareDocument::of)
                .toList();
    }
}
