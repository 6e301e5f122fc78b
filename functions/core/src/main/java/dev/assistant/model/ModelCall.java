package dev.assistant.model;

import dev.assistant.workflow.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * One call of a model.
 *
 * @param id the call's own; storing it twice stores it once
 * @param agent on whose account it went
 * @param model the id under which it was called
 * @param usage what the provider says it took; nothing when it said nothing
 * @param at when it began
 */
public record ModelCall(
        UUID id, JobId job, String agent, String model, Outcome outcome, Usage usage, Duration duration, Instant at) {

    /** How a call ended. */
    public enum Outcome {
        ANSWERED,
        /** The answer was longer than allowed. */
        CUT_OFF,
        /** The model, or a guardrail, would not answer. */
        REFUSED,
        THROTTLED,
        TIMED_OUT,
        /** The provider failed, or its answer broke off or made no sense. */
        FAILED,
        /** The provider does not serve such a request or such a caller. */
        REJECTED,
        /** The job was to stop. */
        INTERRUPTED;

        /** The name in the database and in logs. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
