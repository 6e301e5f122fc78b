package dev.assistant.runtime.agent;

import dev.assistant.runtime.model.ModelRequest.AnswerSchema;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

    /** What it is made of, see {@link Identity}: the agent, its instructions, and the shape of its answers. */
    public Stream<String> definitions() {
        return Stream.of(
                        Stream.of(agent.identity()),
                        agent.instructions().map(Prompt::identity).stream(),
                        answer.map(shape -> Identity.of("answers/" + shape.name(), shape.json())).stream())
                .flatMap(identities -> identities);
    }
}
