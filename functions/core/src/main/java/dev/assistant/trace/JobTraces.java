package dev.assistant.trace;

import dev.assistant.workflow.JobId;
import java.util.Optional;

/** Which span asked for a job, so that whoever runs it can go on with the trace. Thread-safe. */
public interface JobTraces {
    /**
     * The span of the request that submitted the job; empty when there was none.
     *
     * @throws dev.assistant.failure.Failure.Unavailable when it cannot be looked up now
     */
    Optional<TraceContext> of(JobId job);
}
