package dev.assistant.review;

import java.util.Optional;

/**
 * What an agent says about a finding that others, too, have looked at.
 *
 * @param finding its id
 * @param severity which the agent would give it; empty when it holds the finding wrong
 * @param reason in the agent's words, secrets masked
 */
public record Opinion(String agent, String finding, Optional<Severity> severity, String reason) {
    boolean confirms() {
        return severity.isPresent();
    }

    /** Empty when the finding says the same. */
    Optional<Disagreement> with(Severity given) {
        return severity.equals(Optional.of(given))
                ? Optional.empty()
                : Optional.of(new Disagreement(agent, reason, severity));
    }
}
