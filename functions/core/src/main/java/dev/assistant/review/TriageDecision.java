package dev.assistant.review;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody decides about a finding, as sent; nothing of it is checked yet.
 *
 * @param state name of a {@link Triage.State}
 * @param reason name of a {@link Triage.Reason}
 */
public record TriageDecision(
        String state, Optional<String> reason, Optional<String> comment, Optional<Instant> expiresAt) {}
