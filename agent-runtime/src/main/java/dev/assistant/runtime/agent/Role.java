package dev.assistant.runtime.agent;

import dev.assistant.runtime.model.ModelRequest.AnswerSchema;
import java.util.Optional;
import java.util.Set;

/**
 * An agent's part in a workflow.
 *
 * @param answer the shape of its answers; empty for free text
 * @param tools names of the tools that it may call
 * @param mostTokens the longest answer, in tokens
 * @param mostToolRounds how often it may call tools within one turn
 */
public record Role(Agent agent, Optional<AnswerSchema> answer, Set<String> tools, int mostTokens, int mostToolRounds) {
    public Role {
        tools = Set.copyOf(tools);
    }

    public String name() {
        return agent.name();
    }
}
