package dev.assistant.workflow;

import dev.assistant.identity.UserId;
import dev.assistant.workflow.Approvals.Expired;
import java.time.InstantSource;
import java.util.List;

/** Rejects what nobody has answered in time, and has those jobs go on. Thread-safe. */
public final class ExpireApprovals {
    private static final int BATCH = 100;

    private final Approvals approvals;
    private final EnqueueJob enqueueJob;
    private final InstantSource clock;

    public ExpireApprovals(Approvals approvals, EnqueueJob enqueueJob, InstantSource clock) {
        this.approvals = approvals;
        this.enqueueJob = enqueueJob;
        this.clock = clock;
    }

    /**
     * Expires a batch; the rest is left to the next sweep.
     *
     * @return how many expired
     */
    public int sweep() {
        List<Expired> expired = approvals.expire(BATCH, clock.instant());
        expired.forEach(one -> enqueueJob.enqueue(one.job(), new UserId(one.tenant())));
        return expired.size();
    }
}
