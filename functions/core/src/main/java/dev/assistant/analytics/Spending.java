package dev.assistant.analytics;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * What a workflow or an agent used.
 *
 * @param executions in which it took part
 */
public record Spending(
        String name, long executions, Duration busy, long inputTokens, long outputTokens, BigDecimal costUsd) {}
