package dev.assistant.quota;

import dev.assistant.failure.Failure;
import dev.assistant.failure.UsedUp;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How far somebody is in their quota.
 *
 * @param reviewsToday jobs submitted since midnight UTC, whether or not they are still there
 * @param usdThisMonth what jobs have cost since the month began (UTC), however they ended
 * @param at the moment for which this holds
 */
public record QuotaUse(Quota quota, int reviewsToday, BigDecimal usdThisMonth, Instant at) {

    /** The day of UTC that a moment belongs to. */
    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** The first day of the month of UTC that a moment belongs to. */
    public static LocalDate month(Instant at) {
        return day(at).withDayOfMonth(1);
    }

    /** What may still be spent this month; empty when that is not limited. */
    public Optional<BigDecimal> usdLeft() {
        return quota.usdPerMonth().map(most -> most.subtract(usdThisMonth).max(BigDecimal.ZERO));
    }

    /** When reviews count from 0 again. */
    public Instant dayEnds() {
        return day(at).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** When money counts from 0 again. */
    public Instant monthEnds() {
        return month(at).plusMonths(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /**
     * Lets one more job pass. What running jobs will cost is not known yet, so money ends up over the quota by at most theirs.
     *
     * @throws Failure.LimitReached saying what is used up and when it renews
     */
    public void requireRoomForOne() {
        quota.reviewsPerDay().filter(most -> reviewsToday >= most).ifPresent(most -> {
            throw usedUp(
                    "Your account may submit %d reviews a day, and none is left today.".formatted(most),
                    new UsedUp(
                            "reviews_per_day",
                            BigDecimal.valueOf(most),
                            BigDecimal.valueOf(reviewsToday),
                            BigDecimal.ZERO,
                            dayEnds()));
        });
        quota.usdPerMonth().filter(most -> usdThisMonth.compareTo(most) >= 0).ifPresent(most -> {
            throw usedUp(
                    "Your account may spend %s US dollars a month, and nothing of it is left."
                            .formatted(most.toPlainString()),
                    new UsedUp("usd_per_month", most, usdThisMonth, BigDecimal.ZERO, monthEnds()));
        });
    }

    private Failure.LimitReached usedUp(String what, UsedUp quota) {
        return new Failure.LimitReached(
                what + " It renews at " + quota.renewsAt() + ". Wait until then, or ask an administrator for more.",
                Duration.between(at, quota.renewsAt()),
                quota);
    }
}
