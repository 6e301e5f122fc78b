package dev.assistant.testkit.model;

import java.util.List;
import java.util.Optional;

/**
 * A request as a stub got it, whatever protocol it speaks.
 *
 * @param messages texts of the messages, results of tools among them, oldest first
 * @param tools names of those that may be called
 * @param mustCall whether the answer must be a call
 * @param schema the name of the schema that the answer must follow
 * @param credentials what the caller identified itself with
 * @param body as it came
 */
public record Prompt(
        String model,
        String system,
        List<String> messages,
        List<String> tools,
        boolean mustCall,
        Optional<String> schema,
        boolean streams,
        String credentials,
        String body) {
    public Prompt {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
    }

    /** Whether a text stands anywhere in it. */
    public boolean contains(String text) {
        return system.contains(text) || messages.stream().anyMatch(message -> message.contains(text));
    }
}
