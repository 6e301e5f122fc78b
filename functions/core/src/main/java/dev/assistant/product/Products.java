package dev.assistant.product;

import dev.assistant.identity.UserId;
import dev.assistant.review.AgentUsage;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.Lease;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The products of jobs. Calls on behalf of a person name the owner. Thread-safe. */
public interface Products {
    /**
     * Stores the product and completes the job, in one transaction under the lease.
     *
     * @throws dev.assistant.workflow.Leases.LeaseLost when another worker took over
     */
    void complete(Lease lease, Product product, List<AgentUsage> agents, Instant now);

    /** What came of a job; empty when it has not completed, is a review, or is somebody else's. */
    Optional<Product> of(UserId owner, JobId job);
}
