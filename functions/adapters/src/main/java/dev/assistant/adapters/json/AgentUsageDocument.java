package dev.assistant.adapters.json;

import dev.assistant.review.AgentUsage;
import java.math.BigDecimal;

/** An agent's usage on the wire. Grows only by optional fields. */
record AgentUsageDocument(
        String agent, double durationSeconds, long inputTokens, long outputTokens, BigDecimal costUsd) {

    static AgentUsageDocument of(AgentUsage usage) {
        return new AgentUsageDocument(
                usage.agent(),
                Seconds.of(usage.duration()),
                usage.inputTokens(),
                usage.outputTokens(),
                usage.costUsd());
    }

    AgentUsage toUsage() {
        return new AgentUsage(agent, Seconds.toDuration(durationSeconds), inputTokens, outputTokens, costUsd);
    }
}
