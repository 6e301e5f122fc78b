package dev.assistant.identity;

/** What a mail about a job says. */
public enum JobNews {
    COMPLETED,
    FAILED,
    AWAITING_APPROVAL
}
