package dev.assistant.failure;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A quota of which nothing is left (SPEC section 3: what is left, and when it renews).
 *
 * @param quota its name on the wire, such as {@code reviews_per_day}
 * @param renewsAt when it counts from 0 again, or something of it may be left
 */
public record UsedUp(String quota, BigDecimal limit, BigDecimal used, BigDecimal remaining, Instant renewsAt) {}
