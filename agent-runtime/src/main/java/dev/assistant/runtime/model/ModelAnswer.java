package dev.assistant.runtime.model;

import dev.assistant.model.Usage;
import dev.assistant.runtime.tool.ToolCall;
import java.util.List;

/**
 * What a model answered.
 *
 * @param text JSON when a schema was asked for and no tool is called; not yet checked against it
 * @param calls tools that it wants called before it goes on
 * @param model the model that really answered
 */
public record ModelAnswer(String text, List<ToolCall> calls, Ending ending, Usage usage, String model) {
    public ModelAnswer {
        calls = List.copyOf(calls);
    }

    /** Why the model stopped. */
    public enum Ending {
        /** It was done. */
        DONE,
        /** It waits for tools. */
        CALLS_TOOLS,
        /** The answer was longer than allowed; its end is missing. */
        CUT_OFF,
        /** It, or a guardrail, would not answer. */
        REFUSED
    }
}
