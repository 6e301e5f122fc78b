package dev.assistant.review;

import dev.assistant.quota.QuotaUse;

/**
 * What its submitter brings to a submission.
 *
 * @param use of the quota so far
 * @param hasAccess whether there is an access of their own to repositories, by which comments can be posted
 */
record Standing(QuotaUse use, boolean hasAccess) {}
