package dev.assistant.quota;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What somebody may use up; an empty part is not limited.
 *
 * @param reviewsPerDay jobs that may be submitted on a day of UTC, from 0
 * @param usdPerMonth US dollars that models may cost in a month of UTC, from 0
 */
public record Quota(Optional<Integer> reviewsPerDay, Optional<BigDecimal> usdPerMonth) {
    public static final Quota NONE = new Quota(Optional.empty(), Optional.empty());

    public Quota {
        if (reviewsPerDay.orElse(0) < 0 || usdPerMonth.orElse(BigDecimal.ZERO).signum() < 0) {
            throw new IllegalArgumentException("a quota is not negative");
        }
    }
}
