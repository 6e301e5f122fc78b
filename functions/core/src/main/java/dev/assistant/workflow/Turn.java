package dev.assistant.workflow;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One agent's message in a conversation of a job: what a resumed job goes on from, and what its owner reads as the transcript.
 *
 * @param conversation names the conversation within the job, such as {@code main}
 * @param number the turn's place in its conversation, from 0
 * @param text what was said, for people; for a failed turn why it failed
 * @param answer what was said, as the JSON that the agent's schema asks for
 * @param done whether the speaker considers the conversation's work done
 * @param tools what was called on the way, in order
 * @param model what the turn took of a model; empty when none took part
 */
public record Turn(
        String conversation,
        int number,
        String agent,
        Kind kind,
        String text,
        Optional<String> answer,
        boolean done,
        List<ToolUse> tools,
        Optional<ModelUse> model,
        Duration duration) {
    /** What the names of checkpoints that hold turns begin with. */
    public static final String CHECKPOINTS = "chat:";

    public Turn {
        tools = List.copyOf(tools);
    }

    /** The name of the checkpoint that holds it, unique within its job. */
    public String checkpoint() {
        return CHECKPOINTS + conversation + ":" + number;
    }

    /** A turn that no model took part in. */
    public static Turn plain(String conversation, int number, String agent, String text, boolean done) {
        return new Turn(
                conversation,
                number,
                agent,
                Kind.SPOKE,
                text,
                Optional.empty(),
                done,
                List.of(),
                Optional.empty(),
                Duration.ZERO);
    }

    /** What a turn is. */
    public enum Kind {
        /** A message. */
        SPOKE,
        /** The manager named the next speaker. */
        CHOSE,
        /** A person decided at an approval point. */
        DECIDED,
        /** No usable answer came. */
        FAILED,
        /** What the job may spend is used up; nothing was asked. */
        OVERDRAWN
    }

    /** A tool that was called, and whether it failed. */
    public record ToolUse(String tool, boolean failed) {}

    /**
     * What a turn took of a model, all its calls together.
     *
     * @param model the one that answered last
     * @param prompt name, version and hash of the instructions, such as {@code code_analyzer.v1@3f2a…}
     * @param inputTokens those read from a cache included
     * @param calls how often a model was asked
     */
    public record ModelUse(
            String model,
            String prompt,
            long inputTokens,
            long outputTokens,
            long cachedTokens,
            BigDecimal usd,
            int calls) {}
}
