package dev.assistant.runtime.team;

import dev.assistant.runtime.agent.Session;
import dev.assistant.runtime.conversation.ConversationEngine;
import dev.assistant.runtime.conversation.WorkflowChat;
import dev.assistant.runtime.conversation.WorkflowChats;
import dev.assistant.runtime.workflow.JobRun;
import dev.assistant.workflow.WorkflowInput;
import java.time.InstantSource;

/**
 * The agents at a workflow's service. Thread-safe.
 *
 * @param chats the workflows' conversations
 * @param engine holds them
 * @param allowance of each job
 */
public record Team(WorkflowChats chats, ConversationEngine engine, Allowance allowance, InstantSource clock) {
    public WorkflowChat chat(String workflow) {
        return chats.byName(workflow);
    }

    /**
     * Begins an attempt at a job.
     *
     * @param input what its submitter asked for, and what it may cost
     */
    public Session open(JobRun run, WorkflowInput input) {
        return Session.open(run, allowance.of(run.job(), input, run.turns(), clock.instant()), clock);
    }
}
