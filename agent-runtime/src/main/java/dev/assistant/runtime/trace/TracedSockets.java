package dev.assistant.runtime.trace;

import dev.assistant.progress.ConnectionId;
import dev.assistant.progress.JobEvent;
import dev.assistant.progress.Sequenced;
import dev.assistant.progress.Sockets;
import dev.assistant.workflow.JobId;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;

/**
 * A span for each event that is sent to a watcher, but for findings: a review may have thousands, which would crowd everything
 * else out. Thread-safe.
 */
public final class TracedSockets implements Sockets {
    private final Sockets sockets;
    private final JobTracing tracing;

    public TracedSockets(Sockets sockets, JobTracing tracing) {
        this.sockets = sockets;
        this.tracing = tracing;
    }

    @Override
    public boolean greet(ConnectionId connection, JobId job) {
        return sockets.greet(connection, job);
    }

    @Override
    public boolean send(ConnectionId connection, JobId job, Sequenced event) {
        if (event.event() instanceof JobEvent.FindingReported) {
            return sockets.send(connection, job, event);
        }
        Span span = tracing.start(job, "send " + kind(event.event()), SpanKind.PRODUCER)
                .setAttribute("event.seq", event.seq());
        try {
            boolean sent = sockets.send(connection, job, event);
            span.setAttribute("event.sent", sent);
            return sent;
        } catch (RuntimeException e) {
            JobTracing.failed(span, e);
            throw e;
        } finally {
            span.end();
        }
    }

    @Override
    public void close(ConnectionId connection) {
        sockets.close(connection);
    }

    private static String kind(JobEvent event) {
        return switch (event) {
            case JobEvent.Progressed progressed -> "progress";
            case JobEvent.AgentSpoke spoke -> "agent_message";
            case JobEvent.FindingReported reported -> "issue";
            case JobEvent.ApprovalRequired approval -> "approval_required";
            case JobEvent.Ended ended -> "completed";
        };
    }
}
