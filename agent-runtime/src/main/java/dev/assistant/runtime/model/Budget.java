package dev.assistant.runtime.model;

import dev.assistant.model.Usage;
import dev.assistant.runtime.model.ModelFailure.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What a job may spend, and what it has: one for all its agents, conversations and retries. What a resumed job spent before is
 * {@linkplain #settle settled} at its start. Thread-safe.
 */
public final class Budget {
    private final Limits limits;
    private final InstantSource clock;
    private Usage spent = Usage.NONE;
    private Usage reserved = Usage.NONE;
    private int calls;

    public Budget(Limits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * The most that a job may spend.
     *
     * @param tokens in and out together
     * @param usd money
     * @param calls of models
     * @param deadline when the last call must have ended
     */
    public record Limits(long tokens, BigDecimal usd, int calls, Instant deadline) {}

    /**
     * Sets aside what a call may cost at most, so that calls side by side cannot overdraw together.
     *
     * @throws ModelFailure of kind {@link Kind#BUDGET} when there is not so much left; says of what
     */
    public synchronized void reserve(Usage most) throws ModelFailure {
        Usage after = spent.plus(reserved).plus(most);
        if (!clock.instant().isBefore(limits.deadline())) {
            throw new ModelFailure(Kind.BUDGET, "The time for this job is used up.");
        }
        if (calls >= limits.calls()) {
            throw new ModelFailure(Kind.BUDGET, "The job has made all the " + limits.calls() + " model calls it may.");
        }
        if (after.tokens() > limits.tokens()) {
            throw new ModelFailure(Kind.BUDGET, "The job's " + limits.tokens() + " tokens are used up.");
        }
        if (after.usd().compareTo(limits.usd()) > 0) {
            throw new ModelFailure(
                    Kind.BUDGET, "The job's cap of " + limits.usd().toPlainString() + " USD is reached.");
        }
        reserved = reserved.plus(most);
        calls++;
    }

    /** Replaces a reservation by what the call really took. */
    public synchronized void settle(Usage most, Usage taken) {
        reserved = reserved.minus(most);
        spent = spent.plus(taken);
    }

    /** Counts what an earlier attempt at the job took. */
    public synchronized void settle(Usage taken, int callsMade) {
        spent = spent.plus(taken);
        calls += callsMade;
    }

    public synchronized Usage spent() {
        return spent;
    }

    /** How much time is left; never negative. */
    public Duration timeLeft() {
        Duration left = Duration.between(clock.instant(), limits.deadline());
        return left.isNegative() ? Duration.ZERO : left;
    }

    public Instant deadline() {
        return limits.deadline();
    }
}
