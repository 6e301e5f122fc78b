package dev.assistant.model;

import java.math.BigDecimal;

/**
 * What calls of models took.
 *
 * @param inputTokens all of them, those read from a cache included
 * @param cachedTokens of the input, those read from a cache
 * @param usd the price in US dollars, by the table of prices; zero for a model that is not in it
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

    public Usage minus(Usage other) {
        return new Usage(
                inputTokens - other.inputTokens,
                outputTokens - other.outputTokens,
                cachedTokens - other.cachedTokens,
                usd.subtract(other.usd));
    }

    /** In and out together. */
    public long tokens() {
        return inputTokens + outputTokens;
    }
}
