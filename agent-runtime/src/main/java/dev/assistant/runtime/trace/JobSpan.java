package dev.assistant.runtime.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** An attempt at a job: a span, and below it one for the step that the job is at. Thread-safe. */
public final class JobSpan implements AutoCloseable {
    private final Span job;
    private final Runnable onEnd;
    private @Nullable Span step;
    private String stepName = "";

    JobSpan(Span job, Runnable onEnd) {
        this.job = job;
        this.onEnd = onEnd;
    }

    /** What came of the attempt, in a word. */
    public void ended(String how) {
        job.setAttribute("job.attempt_ending", how);
    }

    /** The parent of what is done now. */
    synchronized Context inside() {
        return Context.root().with(step == null ? job : step);
    }

    synchronized void step(String name, Tracer tracer) {
        if (!name.equals(stepName)) {
            endStep();
            stepName = name;
            step = tracer.spanBuilder("step " + name)
                    .setParent(Context.root().with(job))
                    .startSpan();
        }
    }

    /** Ends the spans. */
    @Override
    public synchronized void close() {
        onEnd.run();
        endStep();
        job.end();
    }

    private void endStep() {
        if (step != null) {
            step.end();
        }
    }
}
