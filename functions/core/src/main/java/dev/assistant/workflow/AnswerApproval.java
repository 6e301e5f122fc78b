package dev.assistant.workflow;

import dev.assistant.identity.UserId;
import java.time.InstantSource;
import java.util.Optional;

/** Takes a person's answer at an approval point (SPEC section 2), and has the job go on. Thread-safe. */
public final class AnswerApproval {
    private final Approvals approvals;
    private final EnqueueJob enqueueJob;
    private final InstantSource clock;

    public AnswerApproval(Approvals approvals, EnqueueJob enqueueJob, InstantSource clock) {
        this.approvals = approvals;
        this.enqueueJob = enqueueJob;
        this.clock = clock;
    }

    /**
     * @param planHash the plan that the decision is about, as it was shown; empty for the one asked about
     * @return the job afterwards: queued
     * @throws dev.assistant.failure.Failure.NotFound when there is no such execution, or it is somebody else's
     * @throws dev.assistant.failure.Failure.Conflict when it does not wait for an approval, it is too late, or another plan is asked
     *     about
     */
    public Job answer(UserId owner, JobId id, Decision decision, Optional<String> planHash) {
        Job job = approvals.answer(owner, id, decision, planHash, clock.instant());
        enqueueJob.enqueue(id, owner);
        return job;
    }
}
