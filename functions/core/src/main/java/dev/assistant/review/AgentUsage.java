package dev.assistant.review;

import java.math.BigDecimal;
import java.time.Duration;

/** What one agent used of time, tokens and money in a job. Deterministic agents use no tokens. */
public record AgentUsage(String agent, Duration duration, long inputTokens, long outputTokens, BigDecimal costUsd) {}
