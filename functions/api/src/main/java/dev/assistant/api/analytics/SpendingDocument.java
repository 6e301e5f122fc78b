package dev.assistant.api.analytics;

import dev.assistant.analytics.Spending;
import java.math.BigDecimal;

/** What a workflow or an agent used, on the wire. Grows only by optional fields. */
record SpendingDocument(
        String name, long executions, double durationSeconds, long inputTokens, long outputTokens, BigDecimal costUsd) {
    static SpendingDocument of(Spending spending) {
        return new SpendingDocument(
                spending.name(),
                spending.executions(),
                Numbers.seconds(spending.busy()),
                spending.inputTokens(),
                spending.outputTokens(),
                spending.costUsd());
    }
}
