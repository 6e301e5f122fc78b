package dev.assistant.workflow;

import dev.assistant.identity.UserId;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * How long a run will probably take.
 *
 * @param runs how many finished runs tell; 0 when none do, and only the workflow's description does
 */
public record TypicalDuration(Duration duration, int runs, Basis basis) {
    /** Whose runs tell. */
    public enum Basis {
        /** The submitter's own, of about that size. */
        OWN,
        /** Everybody's, of about that size. */
        SIMILAR,
        /** Everybody's. */
        ANY,
        /** Nobody's yet. */
        DESCRIBED
    }

    /**
     * What to expect of a run.
     *
     * @param bytes of the code; empty when that is not known yet
     */
    public static TypicalDuration of(Jobs jobs, UserId owner, WorkflowDefinition workflow, OptionalLong bytes) {
        return jobs.typicalDuration(owner, workflow.name(), bytes)
                .orElseGet(() -> new TypicalDuration(
                        workflow.shortest().plus(workflow.longest()).dividedBy(2), 0, Basis.DESCRIBED));
    }
}
