package dev.assistant.runtime.team;

import dev.assistant.model.Usage;
import dev.assistant.quota.QuotaUse;
import dev.assistant.quota.Quotas;
import dev.assistant.runtime.model.Budget.Limits;
import dev.assistant.runtime.model.ModelSettings;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.Turn;
import dev.assistant.workflow.WorkflowInput;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * What a job's agents may spend, all attempts together.
 *
 * @param tokens in and out together
 * @param usd money
 * @param calls of models
 * @param time of work; waiting for a person or a worker does not count
 * @param quotas of the jobs' owners, which bound money, too; empty when nobody has one
 */
public record Allowance(long tokens, BigDecimal usd, int calls, Duration time, Optional<Quotas> quotas) {
    /** What is configured for each job. */
    public static Allowance of(ModelSettings settings, InstantSource clock) {
        Instant now = clock.instant();
        Limits limits = settings.limits(now);
        return new Allowance(
                limits.tokens(),
                limits.usd(),
                limits.calls(),
                Duration.between(now, limits.deadline()),
                Optional.empty());
    }

    /** The same, and for each job not more than what is left of its owner's month. */
    public Allowance within(Quotas bounds) {
        return new Allowance(tokens, usd, calls, time, Optional.of(bounds));
    }

    /** What is left of it for a job after some turns, as limits from now on; what its submitter set is one of them. */
    Limits of(Job job, WorkflowInput input, List<Turn> turns, Instant now) {
        Duration worked = turns.stream().map(Turn::duration).reduce(Duration.ZERO, Duration::plus);
        BigDecimal most = input.mostUsd().map(usd::min).orElse(usd);
        Optional<BigDecimal> owners = quotas.map(all -> all.of(job.owner(), now))
                .flatMap(QuotaUse::usdLeft)
                .map(left -> left.add(spent(turns)));
        return new Limits(
                tokens,
                owners.map(most::min).orElse(most),
                calls,
                now.plus(time).minus(worked));
    }

    /** The turns are part of what the owner has used, and count against the limits once more. */
    private static BigDecimal spent(List<Turn> turns) {
        return turns.stream()
                .flatMap(turn -> turn.model().stream())
                .map(Turn.ModelUse::usd)
                .reduce(Usage.NONE.usd(), BigDecimal::add);
    }
}
