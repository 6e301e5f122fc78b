package dev.assistant.erasure;

import dev.assistant.identity.UserId;
import dev.assistant.workflow.JobId;
import java.util.List;

/** What is kept of accounts outside the database, in one place. Erasing what is not there does nothing. Thread-safe. */
public interface Belongings {
    /** @throws dev.assistant.failure.Failure.Unavailable when the place does not answer; erasing again is safe */
    void eraseJobs(UserId owner, List<JobId> jobs);

    /**
     * Erases what belongs to the account but to none of its jobs.
     *
     * @throws dev.assistant.failure.Failure.Unavailable when the place does not answer; erasing again is safe
     */
    void eraseRest(UserId owner);
}
