package dev.assistant.administration;

import dev.assistant.failure.Failure;
import dev.assistant.failure.FieldErrors;
import dev.assistant.identity.UserId;
import dev.assistant.quota.Quota;
import dev.assistant.quota.Quotas;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.util.Optional;

/** Gives somebody a quota. Thread-safe. */
public final class SetQuota {
    private static final int MOST_REVIEWS = 1_000_000;
    private static final BigDecimal MOST_USD = BigDecimal.valueOf(1_000_000);

    private final Accounts accounts;
    private final Quotas quotas;
    private final InstantSource clock;

    public SetQuota(Accounts accounts, Quotas quotas, InstantSource clock) {
        this.accounts = accounts;
        this.quotas = quotas;
        this.clock = clock;
    }

    /**
     * @param reviewsPerDay 0 to 1,000,000; empty for no limit
     * @param usdPerMonth 0 to 1,000,000, rounded to cents; empty for no limit
     * @throws Failure.Invalid naming every part that needs another value
     * @throws Failure.NotFound when there is no such account
     */
    public Account set(
            UserId administrator, UserId user, Optional<Long> reviewsPerDay, Optional<BigDecimal> usdPerMonth) {
        FieldErrors errors = new FieldErrors();
        if (reviewsPerDay.filter(most -> most < 0 || most > MOST_REVIEWS).isPresent()) {
            errors.add("reviews_per_day", "Give a whole number from 0 to 1000000, or null for no limit.");
        }
        if (usdPerMonth
                .filter(most -> most.signum() < 0 || most.compareTo(MOST_USD) > 0)
                .isPresent()) {
            errors.add("usd_per_month", "Give a number from 0 to 1000000, or null for no limit.");
        }
        errors.refuseIfAny();
        accounts.byId(user);
        Quota quota = new Quota(
                reviewsPerDay.map(Math::toIntExact), usdPerMonth.map(most -> most.setScale(2, RoundingMode.HALF_EVEN)));
        quotas.set(user, quota, administrator, clock.instant());
        return accounts.byId(user);
    }
}
