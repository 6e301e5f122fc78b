package dev.assistant.runtime.model;

import dev.assistant.runtime.tool.Tool;
import dev.assistant.workflow.JobId;
import java.util.List;
import java.util.Optional;

/**
 * What an agent asks a model.
 *
 * @param job for which it is; calls are stored with it
 * @param agent on whose account the call goes, such as {@code security_auditor}
 * @param system the agent's standing instructions; the same text for many calls, so that it can be cached
 * @param messages oldest first; the last one is the user's or holds tool results
 * @param tools what the model may call; empty when it may not
 * @param schema the shape of the answer; empty for free text
 * @param mostTokens the longest answer, in tokens
 * @param budget what the job may still spend
 */
public record ModelRequest(
        JobId job,
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
     * @param json the schema (draft 2020-12), an object at its root; providers hold models to it only when every object in
     *     it forbids additional properties and requires all that it has
     */
    public record AnswerSchema(String name, String json) {}
}
