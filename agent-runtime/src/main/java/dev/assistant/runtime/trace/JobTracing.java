package dev.assistant.runtime.trace;

import dev.assistant.failure.Causes;
import dev.assistant.trace.JobTraces;
import dev.assistant.trace.TraceContext;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobId;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the spans of the jobs that this process runs. What is done for a job finds its parent by the job's id, whatever thread it
 * is done on. Spans name kinds of things and count; none holds code, prompts, answers, addresses or credentials. Thread-safe.
 */
public final class JobTracing {
    private static final Logger LOG = LoggerFactory.getLogger(JobTracing.class);
    private static final String JOB = "job.id";
    private static final double MILLIS = 1000;

    private final Tracer tracer;
    private final JobTraces traces;
    private final InstantSource clock;
    private final Map<JobId, JobSpan> running = new ConcurrentHashMap<>();

    public JobTracing(OpenTelemetry telemetry, JobTraces traces, InstantSource clock) {
        this.tracer = telemetry.getTracer("dev.assistant.runtime");
        this.traces = traces;
        this.clock = clock;
    }

    /** Begins the span of an attempt at a job, under the request that asked for the job. */
    public JobSpan begin(Job job) {
        double waited = Duration.between(job.createdAt(), clock.instant()).toMillis() / MILLIS;
        Span span = tracer.spanBuilder("run " + job.workflow())
                .setParent(request(job.id()))
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute(JOB, job.id().toString())
                .setAttribute("job.workflow", job.workflow())
                .setAttribute("job.seconds_since_submitted", Math.max(0, waited))
                .startSpan();
        JobSpan trail = new JobSpan(span, () -> running.remove(job.id()));
        running.put(job.id(), trail);
        return trail;
    }

    /** Begins the span of something that is done for a job, under its present step; the caller ends it. */
    Span start(JobId job, String name, SpanKind kind) {
        Context parent =
                Optional.ofNullable(running.get(job)).map(JobSpan::inside).orElse(Context.root());
        return tracer.spanBuilder(name)
                .setParent(parent)
                .setSpanKind(kind)
                .setAttribute(JOB, job.toString()) // the job's own span is told only when it has ended
                .startSpan();
    }

    /** From now on the job is at this step. */
    void step(JobId job, String name) {
        Optional.ofNullable(running.get(job)).ifPresent(trail -> trail.step(name, tracer));
    }

    /** Marks a span as failed. The message is left out: it may quote what no span may hold. */
    static void failed(Span span, Exception failure) {
        span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
    }

    /** A trace is never worth a job: one that cannot be looked up begins anew. */
    private Context request(JobId job) {
        try {
            return traces.of(job).map(JobTracing::remote).orElse(Context.root());
        } catch (RuntimeException e) {
            LOG.warn("Which request asked for job {} is not known: {}", job, Causes.of(e));
            return Context.root();
        }
    }

    private static Context remote(TraceContext parent) {
        return Context.root()
                .with(Span.wrap(SpanContext.createFromRemoteParent(
                        parent.traceId(),
                        parent.spanId(),
                        parent.sampled() ? TraceFlags.getSampled() : TraceFlags.getDefault(),
                        TraceState.getDefault())));
    }
}
