package dev.assistant.review;

import java.util.Optional;

/**
 * What an agent holds against a finding. It changes nothing of the finding: people see both.
 *
 * @param reason in the agent's words, secrets masked
 * @param severity which it holds right; empty when it holds the finding wrong
 */
public record Disagreement(String agent, String reason, Optional<Severity> severity) {}
