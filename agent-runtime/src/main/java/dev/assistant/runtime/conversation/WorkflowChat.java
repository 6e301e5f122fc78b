package dev.assistant.runtime.conversation;

import dev.assistant.runtime.agent.Agent;
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
 * @param version of the workflow
 * @param roles by agent's name
 * @param task what the agents are told to do
 * @param approvalExpiry how long a person has to answer; empty when nobody is asked
 */
public record WorkflowChat(
        String workflow,
        int version,
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

    /** Names, versions and hashes of all instructions, in the order of their names: what a result was made with. */
    public List<String> prompts() {
        return Stream.concat(
                        Stream.of(task),
                        roles.values().stream()
                                .map(Role::agent)
                                .map(Agent::instructions)
                                .flatMap(Optional::stream))
                .map(Prompt::identity)
                .sorted()
                .toList();
    }
}
