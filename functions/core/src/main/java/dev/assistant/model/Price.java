package dev.assistant.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a model costs, in US dollars for a million tokens.
 *
 * @param input tokens that are read anew
 * @param cached tokens that are read from a cache
 * @param written tokens that are read anew and put into a cache
 * @param output tokens that are answered
 */
public record Price(BigDecimal input, BigDecimal cached, BigDecimal written, BigDecimal output) {
    public static final Price NOTHING = new Price(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    private static final int MILLION_DIGITS = 6;
    /** Digits of a dollar that are kept: as many as the database keeps. */
    private static final int SCALE = 6;

    public Price {
        if (input.signum() < 0 || cached.signum() < 0 || written.signum() < 0 || output.signum() < 0) {
            throw new IllegalArgumentException("a price is not negative");
        }
    }

    /**
     * What tokens cost, rounded up to a millionth of a dollar.
     *
     * @param tokens how many of each kind; no token is in two of them
     */
    public Usage of(Tokens tokens) {
        BigDecimal usd = input.multiply(BigDecimal.valueOf(tokens.input()))
                .add(cached.multiply(BigDecimal.valueOf(tokens.cached())))
                .add(written.multiply(BigDecimal.valueOf(tokens.written())))
                .add(output.multiply(BigDecimal.valueOf(tokens.output())))
                .movePointLeft(MILLION_DIGITS)
                .setScale(SCALE, RoundingMode.CEILING);
        return new Usage(tokens.input() + tokens.cached() + tokens.written(), tokens.output(), tokens.cached(), usd);
    }

    /**
     * The tokens of a call, counted by what they are charged as.
     *
     * @param input read anew, and not put into a cache
     */
    public record Tokens(long input, long cached, long written, long output) {}
}
