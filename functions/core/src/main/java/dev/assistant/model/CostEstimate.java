package dev.assistant.model;

import dev.assistant.model.Price.Tokens;

/**
 * What a job may come to, said before it runs. Only an estimate: agents stop early, use tools and disagree. What a job may spend
 * at most is a setting, and what it spent is counted call by call.
 *
 * @param turns calls of the model
 * @param usage tokens and money
 * @param isPriced whether the model's price is known; when it is not, the money is 0 and means nothing
 */
public record CostEstimate(int turns, Usage usage, boolean isPriced) {
    /** Code has about this many characters to a token; prose has more. */
    private static final double CHARACTERS_PER_TOKEN = 3.2;
    /** Instructions, schema, evidence and conversation that come with each piece of code. */
    private static final long BESIDES_CODE = 2_500;
    /** A usual answer. */
    private static final long ANSWER = 700;
    /** Share of the input that later turns about the same code read from a cache. */
    private static final double CACHED = 0.5;

    /**
     * The estimate for code that is looked at in pieces.
     *
     * @param characters of everything submitted
     * @param pieceTokens how many tokens of code are looked at together at most
     * @param turnsPerPiece how often agents speak about a piece, checks of their findings included
     * @param model the first of the configured ones
     */
    public static CostEstimate of(
            long characters, long pieceTokens, int turnsPerPiece, String model, KnownModels models) {
        long code = (long) Math.ceil(characters / CHARACTERS_PER_TOKEN);
        long pieces = Math.max(1, Math.ceilDiv(code, pieceTokens));
        long turns = pieces * turnsPerPiece;
        long input = turnsPerPiece * code + turns * BESIDES_CODE;
        boolean caches = models.find(model).map(KnownModel::cachesPrompts).orElse(false);
        long cached = caches && turnsPerPiece > 1 ? (long) (input * CACHED) : 0;
        Usage usage = models.price(model).of(new Tokens(input - cached, cached, 0, turns * ANSWER));
        return new CostEstimate(
                Math.toIntExact(turns), usage, models.find(model).isPresent());
    }
}
