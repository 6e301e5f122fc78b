package dev.assistant.runtime.trace;

import dev.assistant.progress.EventLog;
import dev.assistant.progress.JobEvent;
import dev.assistant.progress.JobEvent.Progressed;
import dev.assistant.progress.Sequenced;
import dev.assistant.workflow.JobId;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Follows the steps of jobs by what is told of them. Thread-safe. */
public final class TracedEvents implements EventLog {
    private final EventLog log;
    private final JobTracing tracing;

    public TracedEvents(EventLog log, JobTracing tracing) {
        this.log = log;
        this.tracing = tracing;
    }

    @Override
    public List<Sequenced> append(JobId job, long epoch, List<JobEvent> events, Instant now) {
        for (JobEvent event : events) {
            if (event instanceof Progressed progress) {
                tracing.step(job, progress.step());
            }
        }
        return events.stream().anyMatch(JobEvent.Ended.class::isInstance)
                ? traced(job, () -> log.append(job, epoch, events, now))
                : log.append(job, epoch, events, now);
    }

    /** Who watches may be told by somebody else; that there is nothing more to tell is known here. */
    private List<Sequenced> traced(JobId job, Supplier<List<Sequenced>> append) {
        Span span = tracing.start(job, "append completed", SpanKind.INTERNAL);
        try {
            return append.get();
        } catch (RuntimeException e) {
            JobTracing.failed(span, e);
            throw e;
        } finally {
            span.end();
        }
    }

    @Override
    public void fence(JobId job, long epoch) {
        log.fence(job, epoch);
    }

    @Override
    public List<Sequenced> after(JobId job, long seq, int limit) {
        return log.after(job, seq, limit);
    }

    @Override
    public boolean isOverAt(JobId job, long seq) {
        return log.isOverAt(job, seq);
    }
}
