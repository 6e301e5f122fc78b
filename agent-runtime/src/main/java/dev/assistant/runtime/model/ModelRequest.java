package dev.assistant.runtime.model;

import dev.assistant.runtime.tool.Tool;
import java.util.List;
import java.util.Optional;

/**
 * What an agent asks a model.
 *
 * @param agent on whose account the call goes, such as {@code security_auditor}
 * @param system the agent's standing instructions; the same text for many calls, so that it can be cached
 * @param messages oldest first; the last one is the user's or holds tool results
 * @param tools what the model may call; empty when it may not
 * @param schema the shape of the answer; empty for free text
 * @param mostTokens the longest answer, in tokens
 * @param budget what the job may still spend
 */
public record ModelRequest(
        String agent,
        String system,
        List<ModelMessage> messages,
        List<Tool> tools,
        Optional<AnswerSchema> schema,
        int mostTokens,
        Budget budget) {
    public ModelRequest {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("a model needs a message");
        }
    }

    /**
     * A JSON Schema that the answer must follow.
     *
     * @param name letters, digits and underscores
     * @param json the schema (draft 2020-12), an object at its root
     */
    public record AnswerSchema(String name, String json) {}
}
