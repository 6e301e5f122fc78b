package dev.assistant.runtime.team;

import dev.assistant.runtime.agent.Session;
import dev.assistant.runtime.conversation.ConversationEngine;
import dev.assistant.runtime.conversation.WorkflowChat;
import dev.assistant.runtime.conversation.WorkflowChats;
import dev.assistant.runtime.workflow.JobRun;
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

    /** Begins an attempt at a job. */
    public Session open(JobRun run) {
        return Session.open(run, allowance.after(run.turns(), clock.instant()), clock);
    }
}
