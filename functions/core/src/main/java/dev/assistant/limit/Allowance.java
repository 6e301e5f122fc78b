package dev.assistant.limit;

import java.time.Duration;

/**
 * What a limiter answered to one take.
 *
 * @param allowed whether the take is within the limit
 * @param remaining takes left in the window, 0 when refused
 * @param resetAfter time until the window is free enough for another take (refused) or wholly free (allowed)
 */
public record Allowance(Limit limit, boolean allowed, int remaining, Duration resetAfter) {}
