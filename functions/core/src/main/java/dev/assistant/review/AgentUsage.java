package dev.assistant.review;

import dev.assistant.workflow.Turn;
import dev.assistant.workflow.Turn.ModelUse;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one agent used of time, tokens and money in a job. Deterministic agents use no tokens. */
public record AgentUsage(String agent, Duration duration, long inputTokens, long outputTokens, BigDecimal costUsd) {
    /** What the agents of some turns used, in the order in which they first spoke. */
    public static List<AgentUsage> of(Collection<Turn> turns) {
        Map<String, AgentUsage> byAgent = new LinkedHashMap<>();
        turns.forEach(turn -> byAgent.merge(turn.agent(), of(turn), AgentUsage::plus));
        return List.copyOf(byAgent.values());
    }

    private static AgentUsage of(Turn turn) {
        return new AgentUsage(
                turn.agent(),
                turn.duration(),
                turn.model().map(ModelUse::inputTokens).orElse(0L),
                turn.model().map(ModelUse::outputTokens).orElse(0L),
                turn.model().map(ModelUse::usd).orElse(BigDecimal.ZERO));
    }

    /** The same agent with what it used besides. */
    public AgentUsage plus(AgentUsage more) {
        return new AgentUsage(
                agent,
                duration.plus(more.duration),
                inputTokens + more.inputTokens,
                outputTokens + more.outputTokens,
                costUsd.add(more.costUsd));
    }
}
