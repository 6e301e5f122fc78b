package dev.assistant.runtime.conversation;

import dev.assistant.runtime.agent.Identity;
import dev.assistant.runtime.agent.Prompt;
import dev.assistant.runtime.agent.Role;
import dev.assistant.runtime.conversation.Conversation.CodeVoice;
import dev.assistant.runtime.conversation.Conversation.Material;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A workflow as its agents hold it; read by {@link WorkflowChats}.
 *
 * @param identity of its file with its version, see {@link Identity}
 * @param roles by agent's name
 * @param task what the agents are told to do
 * @param approvalExpiry how long a person has to answer; empty when nobody is asked
 */
public record WorkflowChat(
        String workflow,
        String identity,
        ConversationPattern pattern,
        Map<String, Role> roles,
        Prompt task,
        Optional<Duration> approvalExpiry) {
    public WorkflowChat {
        roles = Map.copyOf(roles);
    }

    /**
     * A conversation of the workflow.
     *
     * @param id see {@link Conversation#id}
     * @param values what the task's places are filled with
     * @param code what agents say for whom no model speaks; one for each such agent
     */
    public Conversation conversation(
            String id, Map<String, String> values, List<Material> material, Map<String, CodeVoice> code) {
        return new Conversation(id, pattern, roles, task.fill(values), material, code);
    }

    /** The agent's part. */
    public Role role(String agent) {
        return Optional.ofNullable(roles.get(agent)).orElseThrow();
    }

    /**
     * What a result is made with, see {@link Identity}, in the order of names: the workflow, its agents, their instructions, and
     * the shapes of their answers.
     */
    public List<String> definitions() {
        return Stream.of(
                        Stream.of(identity, task.identity()),
                        roles.values().stream().flatMap(Role::definitions))
                .flatMap(identities -> identities)
                .distinct()
                .sorted()
                .toList();
    }
}
