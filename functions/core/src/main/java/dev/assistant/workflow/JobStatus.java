package dev.assistant.workflow;

/** Where a job stands (SPEC section 2). */
public enum JobStatus {
    QUEUED,
    RUNNING,
    AWAITING_APPROVAL,
    COMPLETED,
    FAILED,
    CANCELLED;

    /** Whether nothing further will happen to the job. */
    public boolean isFinal() {
        return switch (this) {
            case QUEUED, RUNNING, AWAITING_APPROVAL -> false;
            case COMPLETED, FAILED, CANCELLED -> true;
        };
    }
}
