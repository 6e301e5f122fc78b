package dev.assistant.runtime.model;

import dev.assistant.runtime.tool.ToolCall;
import java.math.BigDecimal;
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

    /**
     * What the answer took.
     *
     * @param inputTokens all of them, those read from a cache included
     * @param cachedTokens of the input, those read from a cache
     * @param usd the price, by the table of prices; zero for a model that is not in it
     */
    public record Usage(long inputTokens, long outputTokens, long cachedTokens, BigDecimal usd) {
        public static final Usage NONE = new Usage(0, 0, 0, BigDecimal.ZERO);

        public Usage plus(Usage other) {
            return new Usage(
                    inputTokens + other.inputTokens,
                    outputTokens + other.outputTokens,
                    cachedTokens + other.cachedTokens,
                    usd.add(other.usd));
        }
    }
}
