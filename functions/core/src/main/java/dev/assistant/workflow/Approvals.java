package dev.assistant.workflow;

import dev.assistant.identity.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The questions that jobs ask people. Calls on behalf of a person name the owner. Thread-safe. */
public interface Approvals {
    /**
     * Asks, and lets the job go: it waits ({@link JobStatus#AWAITING_APPROVAL}) without a worker. In one transaction.
     *
     * @return false when the owner asked for cancellation meanwhile; then nothing has changed
     * @throws Leases.LeaseLost when another worker took over
     */
    boolean ask(Lease lease, Approval approval, Instant now);

    /** What a job asked at a step. For workers. */
    Optional<Approval> of(JobId job, String step);

    /** What a job asked last; empty when it asked nothing, or is somebody else's. */
    Optional<Approval> last(UserId owner, JobId job);

    /**
     * Takes the owner's answer to the question that a job waits for, and queues the job with its outbox entry, in one transaction.
     *
     * @param planHash the plan that the decision is about; empty for the one asked about
     * @return the job afterwards
     * @throws dev.assistant.failure.Failure.NotFound when there is no such job, or it is somebody else's
     * @throws dev.assistant.failure.Failure.Conflict when it does not wait for an answer, it is too late, or another plan is asked
     *     about
     */
    Job answer(UserId owner, JobId job, Decision decision, Optional<String> planHash, Instant now);

    /**
     * Answers what nobody has answered in time, and queues those jobs with their outbox entries.
     *
     * @param most how many at once
     */
    List<Expired> expire(int most, Instant now);

    /** A job that goes on because its time was up, and whose it is. */
    record Expired(JobId job, UUID tenant) {}
}
