package dev.assistant.runtime.team;

import dev.assistant.runtime.workflow.Workflow.Outcome;

/** What an {@link AgentWorkflow} makes of its files. Thread-safe. */
@FunctionalInterface
public interface Craft {
    /**
     * Has the agents talk, and reads what comes of it.
     *
     * @throws InterruptedException when the job is to stop
     */
    Outcome carryOut(Assignment assignment) throws InterruptedException;
}
