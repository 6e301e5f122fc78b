package dev.assistant.model;

import dev.assistant.model.Price.Tokens;
import dev.assistant.workflow.WorkflowDefinition.ModelCalls;
import java.util.List;

/**
 * What a job may come to, said before it runs. Only an estimate: agents stop early, use tools and disagree. What a job may spend
 * at most is a setting, and what it spent is counted call by call.
 *
 * @param least when the agents say little and soon agree
 * @param most when they say everything they may
 */
public record CostEstimate(Usage least, Usage most) {
    /** Deterministic jobs use no model. */
    public static final CostEstimate NOTHING = new CostEstimate(Usage.NONE, Usage.NONE);

    /** Tokens of instructions, schema and evidence that come with each piece of code. */
    private static final long BESIDES_CODE = 2_500;

    private static final long SHORT_ANSWER = 300;
    private static final long LONG_ANSWER = 1_500;
    /** Share of the input that later calls about the same code read from a cache at best. */
    private static final double CACHED = 0.5;

    /** What it takes to check one claim of an agent against the code around it. */
    private static final Tokens CHECK = new Tokens(2_000, 0, 0, 200);

    /**
     * The estimate for code that is looked at in pieces.
     *
     * @param pieces tokens of code that are looked at together
     * @param calls how often models are asked about a piece
     * @param checks of claims about a piece, at most
     * @param model the first of the configured ones
     */
    public static CostEstimate of(List<Long> pieces, ModelCalls calls, int checks, String model, KnownModels models) {
        Price price = models.price(model);
        boolean caches = calls.fewest() > 1
                && models.find(model).map(KnownModel::cachesPrompts).orElse(false);
        Usage least = Usage.NONE;
        Usage most = Usage.NONE;
        for (long code : pieces) {
            long input = calls.fewest() * (code + BESIDES_CODE);
            long cached = caches ? (long) (input * CACHED) : 0;
            least = least.plus(price.of(new Tokens(input - cached, cached, 0, calls.fewest() * SHORT_ANSWER)));
            most = most.plus(price.of(longest(code, calls.most()))).plus(price.of(times(CHECK, checks)));
        }
        return new CostEstimate(least, most);
    }

    /** Each call gets the answers of those before it. */
    private static Tokens longest(long code, long calls) {
        long heard = LONG_ANSWER * calls * (calls - 1) / 2;
        return new Tokens(calls * (code + BESIDES_CODE) + heard, 0, 0, calls * LONG_ANSWER);
    }

    private static Tokens times(Tokens tokens, int count) {
        return new Tokens(tokens.input() * count, 0, 0, tokens.output() * count);
    }
}
