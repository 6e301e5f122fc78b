package dev.assistant.runtime.run;

import dev.assistant.product.Products;
import dev.assistant.review.Reviews;
import dev.assistant.runtime.metrics.WorkerMetrics;
import dev.assistant.runtime.trace.JobTracing;
import dev.assistant.workflow.Approvals;
import dev.assistant.workflow.Leases;
import java.time.Instant;
import java.time.InstantSource;

/** Where a worker writes what it does, and the clock that it goes by. */
public record JobRecords(
        Leases leases,
        Reviews reviews,
        Products products,
        Approvals approvals,
        LiveEvents live,
        WorkerMetrics metrics,
        JobTracing tracing,
        InstantSource clock) {
    Instant now() {
        return clock.instant();
    }
}
