package dev.assistant.runtime.team;

import dev.assistant.runtime.model.Budget.Limits;
import dev.assistant.runtime.model.ModelSettings;
import dev.assistant.workflow.Turn;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * What a job's agents may spend, all attempts together.
 *
 * @param tokens in and out together
 * @param usd money
 * @param calls of models
 * @param time of work; waiting for a person or a worker does not count
 */
public record Allowance(long tokens, BigDecimal usd, int calls, Duration time) {
    /** What is configured for each job. */
    public static Allowance of(ModelSettings settings, InstantSource clock) {
        Instant now = clock.instant();
        Limits limits = settings.limits(now);
        return new Allowance(limits.tokens(), limits.usd(), limits.calls(), Duration.between(now, limits.deadline()));
    }

    /** What is left of it after some turns, as limits from now on. */
    Limits after(List<Turn> turns, Instant now) {
        Duration worked = turns.stream().map(Turn::duration).reduce(Duration.ZERO, Duration::plus);
        return new Limits(tokens, usd, calls, now.plus(time).minus(worked));
    }
}
