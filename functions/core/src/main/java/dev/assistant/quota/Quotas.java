package dev.assistant.quota;

import dev.assistant.identity.UserId;
import java.time.Instant;

/**
 * Quotas and what has been used of them. Submitting a job counts it ({@link dev.assistant.review.Reviews}) and each call
 * of a model counts its cost ({@link dev.assistant.model.UsageLedger}), in the transactions that store those. Thread-safe.
 */
public interface Quotas {
    /** Of somebody who was never given a quota, {@link Quota#NONE} and what they have used. */
    QuotaUse of(UserId user, Instant now);

    /**
     * Replaces somebody's quota. What they have used stays used.
     *
     * @param administrator who decides this
     * @throws dev.assistant.failure.Failure.NotFound when there is no such account
     */
    void set(UserId user, Quota quota, UserId administrator, Instant now);
}
