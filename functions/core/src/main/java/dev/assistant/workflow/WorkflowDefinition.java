package dev.assistant.workflow;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A workflow as people choose it (SPEC section 6).
 *
 * @param version rises when what it takes or does changes
 * @param produces what its result is
 * @param needsModel whether it can do nothing without a language model
 * @param needsCode whether its input must hold code
 * @param asksForApproval whether it waits for a person at some point
 * @param shortest what it usually takes at least
 * @param longest what it usually takes at most
 * @param modelCalls how often its agents ask a model about one piece of code
 * @param obstacle why it cannot be run, in words that a person can act on; empty when it can
 * @param textFields texts that its input has besides code and what a review takes
 * @param inputSchema what it takes, as a JSON Schema document
 */
public record WorkflowDefinition(
        String name,
        int version,
        String title,
        String description,
        Pattern pattern,
        List<Agent> agents,
        Produces produces,
        boolean needsModel,
        boolean needsCode,
        boolean asksForApproval,
        Duration shortest,
        Duration longest,
        ModelCalls modelCalls,
        Optional<String> obstacle,
        List<String> textFields,
        String inputSchema) {
    public WorkflowDefinition {
        agents = List.copyOf(agents);
        textFields = List.copyOf(textFields);
    }

    /** How its agents talk to each other. */
    public enum Pattern {
        TWO_AGENT,
        GROUP_CHAT,
        NESTED_CHAT;

        /** The name in the API. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same where no language model is configured: one that needs a model cannot be run. */
    public WorkflowDefinition withoutModel() {
        if (!needsModel || !isAvailable()) {
            return this;
        }
        return new WorkflowDefinition(
                name,
                version,
                title,
                description,
                pattern,
                agents,
                produces,
                needsModel,
                needsCode,
                asksForApproval,
                shortest,
                longest,
                modelCalls,
                Optional.of("It needs a language model, and none is configured here."),
                textFields,
                inputSchema);
    }

    /**
     * A range of calls of models.
     *
     * @param fewest when the agents soon agree
     * @param most when they say everything they may
     */
    public record ModelCalls(int fewest, int most) {}

    /** An agent and its part. */
    public record Agent(String name, String role) {}

    public boolean isAvailable() {
        return obstacle.isEmpty();
    }
}
