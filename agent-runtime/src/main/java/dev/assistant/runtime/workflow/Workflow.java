package dev.assistant.runtime.workflow;

import dev.assistant.product.Product;
import dev.assistant.review.AgentUsage;
import dev.assistant.review.ReviewReport;
import dev.assistant.workflow.Approval;
import java.util.List;

/**
 * A kind of job. One instance runs many jobs at once, so it keeps nothing of them; what a job must not do twice it stores as
 * checkpoints, and begins by reading them. Thread-safe.
 */
public interface Workflow {
    /** The name under which jobs ask for it (SPEC section 6), such as {@code quick_code_review}. */
    String name();

    /**
     * Runs a job, or what earlier attempts left of it.
     *
     * @throws InterruptedException when the job is to stop; it may be resumed by another worker, or not at all
     * @throws dev.assistant.workflow.Leases.LeaseLost when another worker has the job
     */
    Outcome run(JobRun run) throws InterruptedException;

    /** What came of a job; stored by whoever runs it, together with the job's end. */
    sealed interface Outcome {
        /** A review with its report. */
        record Reviewed(ReviewReport report) implements Outcome {}

        /**
         * Something else than a review.
         *
         * @param agents what each of them used
         */
        record Produced(Product product, List<AgentUsage> agents) implements Outcome {
            public Produced {
                agents = List.copyOf(agents);
            }
        }

        /** Nothing yet: a person is asked, and the job goes on with the answer. */
        record Asks(Approval approval) implements Outcome {}

        /**
         * Nothing, since what was submitted cannot be worked on.
         *
         * @param explanation what is wrong and what to do
         */
        record Refused(String explanation) implements Outcome {}
    }
}
