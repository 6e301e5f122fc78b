package dev.assistant.api.analytics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.assistant.analytics.Analytics;
import dev.assistant.analytics.Analytics.Facet;
import dev.assistant.analytics.Period;
import dev.assistant.analytics.Share;
import dev.assistant.analytics.Spending;
import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code GET /analytics/agents} */
public final class GetAgentsOperation implements Operation {
    /** More than there are analysers and agents. */
    private static final int MOST = 100;

    private final Analytics analytics;
    private final InstantSource clock;

    public GetAgentsOperation(Analytics analytics, InstantSource clock) {
        this.analytics = analytics;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "getAgents";
    }

    @Override
    public Answer answer(Request request) {
        Period period = PeriodParameters.read(request, clock);
        Map<String, Share> found = analytics.top(request.user(), period, Facet.SOURCE, MOST).stream()
                .collect(Collectors.toMap(Share::name, Function.identity()));
        List<Spending> agents = analytics.byAgent(request.user(), period);
        List<AgentDocument> documents = agents.stream()
                .map(agent ->
                        AgentDocument.of(agent, found.getOrDefault(agent.name(), new Share(agent.name(), 0, 0, 0))))
                .toList();
        Set<String> names = agents.stream().map(Spending::name).collect(Collectors.toUnmodifiableSet());
        List<ShareDocument> analysers = found.values().stream()
                .filter(share -> !names.contains(share.name()))
                .sorted(Comparator.comparingLong(Share::findings).reversed().thenComparing(Share::name))
                .map(ShareDocument::of)
                .toList();
        return Answer.json(200, new AgentsDocument(PeriodDocument.of(period), documents, analysers));
    }

    /** The wire form. Grows only by optional fields. */
    private record AgentsDocument(
            @JsonUnwrapped PeriodDocument period, List<AgentDocument> agents, List<ShareDocument> analysers) {}

    /** What an agent did, on the wire. Grows only by optional fields. */
    private record AgentDocument(
            String agent,
            long executions,
            double durationSeconds,
            long inputTokens,
            long outputTokens,
            BigDecimal costUsd,
            long findings,
            long dismissed,
            @Nullable Double dismissedShare) {
        static AgentDocument of(Spending used, Share found) {
            return new AgentDocument(
                    used.name(),
                    used.executions(),
                    Numbers.seconds(used.busy()),
                    used.inputTokens(),
                    used.outputTokens(),
                    used.costUsd(),
                    found.findings(),
                    found.dismissed(),
                    found.dismissedShare().map(Numbers::share).orElse(null));
        }
    }
}
