package dev.assistant.erasure;

import dev.assistant.identity.UserId;
import dev.assistant.workflow.JobId;
import java.time.Instant;
import java.util.List;

/** Accounts whose owners deleted them, and what the database still holds of them. Thread-safe. */
public interface ClosedAccounts {
    /**
     * Closes an account: takes away everything that says whose it was, ends its sessions, deletes its keys and asks its jobs to
     * stop, together. Closing it again does nothing.
     */
    void close(UserId owner, Instant now);

    /** Closed accounts that are not erased yet, the longest closed first. */
    List<UserId> pending(int limit);

    /** Jobs of a closed account that are left, in a stable order; none of an account that is open. */
    List<JobId> jobs(UserId owner, int limit);

    /** Deletes jobs of a closed account, with their code and results. */
    void deleteJobs(UserId owner, List<JobId> jobs);

    /** Deletes a closed account itself, with whatever else it owns here. */
    void delete(UserId owner);
}
