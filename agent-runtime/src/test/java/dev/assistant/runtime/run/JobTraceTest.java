package dev.assistant.runtime.run;

import static dev.assistant.runtime.run.Stage.await;
import static dev.assistant.runtime.run.Stage.python;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.progress.ConnectionId;
import dev.assistant.runtime.ScriptedEngine;
import dev.assistant.testkit.RecordingSockets.Seen;
import dev.assistant.trace.TraceContext;
import dev.assistant.workflow.JobId;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The part of a trace that a worker adds. */
final class JobTraceTest {
    private static final TraceContext REQUEST = TraceContext.parse(
                    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
            .orElseThrow();

    private final Stage stage = new Stage();

    @AfterEach
    void close() throws Exception {
        stage.close();
    }

    @Test
    void goes_on_with_the_trace_of_the_request_up_to_the_last_event() {
        JobId job = REQUEST.during(() -> stage.submit(python("a.py", "password = 'hunter2'", "eval(password)")));
        ConnectionId watcher = stage.watch(job);
        stage.worker(ScriptedEngine.reading());
        await(() -> stage.sockets.seenBy(watcher).contains(new Seen.Closed()) && hasEnded("run quick_code_review"));

        List<SpanData> spans = stage.spans.getFinishedSpanItems();
        assertThat(spans).extracting(SpanData::getTraceId).containsOnly(REQUEST.traceId());
        SpanData run = named("run quick_code_review");
        assertThat(run.getParentSpanId()).isEqualTo(REQUEST.spanId());
        assertThat(run.getAttributes().asMap().toString()).contains(job.toString(), "told");
        assertThat(spans.stream().filter(span -> span.getParentSpanId().equals(run.getSpanId())))
                .isNotEmpty()
                .allSatisfy(span -> assertThat(span.getName()).startsWith("step "));
        assertThat(spans.stream().max(Comparator.comparingLong(SpanData::getStartEpochNanos)))
                .hasValueSatisfying(last -> assertThat(last.getName()).isEqualTo("send completed"));
        assertThat(spans.toString()).doesNotContain("hunter2", "eval");
    }

    @Test
    void begins_a_trace_for_a_job_that_nobody_traces() {
        JobId job = stage.submit(python("a.py", "x = 1"));
        stage.worker(ScriptedEngine.reading());
        stage.awaitEnd(job);
        await(() -> hasEnded("run quick_code_review"));

        assertThat(named("run quick_code_review").getParentSpanContext().isValid())
                .isFalse();
    }

    private boolean hasEnded(String name) {
        return stage.spans.getFinishedSpanItems().stream()
                .anyMatch(span -> span.getName().equals(name));
    }

    private SpanData named(String name) {
        return stage.spans.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
