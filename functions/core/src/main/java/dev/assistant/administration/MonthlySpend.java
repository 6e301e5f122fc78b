package dev.assistant.administration;

import dev.assistant.identity.User;
import dev.assistant.quota.Quota;
import java.math.BigDecimal;

/**
 * What somebody used in a month of UTC.
 *
 * @param jobs submitted in it, whether or not they are still there
 * @param usd what models have cost, however the jobs ended; of jobs that were deleted, too
 */
public record MonthlySpend(User user, Quota quota, long jobs, BigDecimal usd) {}
