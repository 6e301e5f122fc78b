package dev.assistant.workflow;

import java.time.Instant;
import java.util.Optional;

/**
 * A question to a person that a job waits for.
 *
 * @param step names the approval point within the job
 * @param prompt what is to be decided
 * @param plan what the decision is about, as Markdown
 * @param planHash SHA-256 of the plan in hexadecimal; a decision names it, so that nobody approves what they did not see
 * @param expiresAt until when an answer counts
 * @param decision what was decided; empty while it has not been
 */
public record Approval(
        String step,
        String prompt,
        String plan,
        String planHash,
        Instant expiresAt,
        Optional<Decision> decision,
        Optional<Instant> decidedAt) {
    /** A question that nobody has answered yet. */
    public static Approval asked(String step, String prompt, String plan, String planHash, Instant expiresAt) {
        return new Approval(step, prompt, plan, planHash, expiresAt, Optional.empty(), Optional.empty());
    }
}
