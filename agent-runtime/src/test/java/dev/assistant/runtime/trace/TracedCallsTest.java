package dev.assistant.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.identity.UserId;
import dev.assistant.runtime.ScriptedModel;
import dev.assistant.runtime.model.Budget;
import dev.assistant.runtime.model.ModelAnswer.Ending;
import dev.assistant.runtime.model.ModelMessage.Asked;
import dev.assistant.runtime.model.ModelRequest;
import dev.assistant.runtime.tool.Tool;
import dev.assistant.runtime.tool.ToolCall;
import dev.assistant.runtime.tool.ToolGateway;
import dev.assistant.runtime.tool.ToolResult;
import dev.assistant.testkit.TestClock;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Produces;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Questions to models and calls of tools as spans. */
final class TracedCallsTest {
    private final TestClock clock = new TestClock();
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final JobTracing tracing = new JobTracing(
            OpenTelemetrySdk.builder()
                    .setTracerProvider(SdkTracerProvider.builder()
                            .addSpanProcessor(SimpleSpanProcessor.create(spans))
                            .build())
                    .build(),
            job -> Optional.empty(),
            clock);
    private final Job job = new Job(
            new JobId(UUID.randomUUID()),
            new UserId(UUID.randomUUID()),
            Optional.empty(),
            "research",
            Produces.DOCUMENT,
            JobStatus.RUNNING,
            0,
            "working",
            Optional.empty(),
            false,
            clock.instant(),
            Optional.of(clock.instant()),
            Optional.empty());

    @Test
    void a_question_to_a_model_counts_tokens_and_tells_no_words() throws Exception {
        ScriptedModel model =
                new ScriptedModel().replies("research_agent", request -> ScriptedModel.answer("hunter2", Ending.DONE));

        try (JobSpan run = tracing.begin(job)) {
            run.ended("told");
            new TracedModels(model, tracing).ask(question("hunter3"));
        }

        SpanData chat = spans.getFinishedSpanItems().getFirst();
        assertThat(chat.getName()).isEqualTo("chat research_agent");
        assertThat(chat.getAttributes().get(AttributeKey.longKey("gen_ai.usage.input_tokens")))
                .isEqualTo(ScriptedModel.USAGE.inputTokens());
        assertThat(chat.getParentSpanId())
                .isEqualTo(spans.getFinishedSpanItems().getLast().getSpanId());
        assertThat(spans.getFinishedSpanItems().toString()).doesNotContain("hunter");
    }

    @Test
    void a_question_that_fails_says_by_what_kind_of_failure() {
        ScriptedModel model = new ScriptedModel().replies("research_agent", request -> {
            throw new IllegalStateException("hunter2");
        });

        assertThatThrownBy(() -> new TracedModels(model, tracing).ask(question("x")))
                .isInstanceOf(IllegalStateException.class);

        SpanData chat = spans.getFinishedSpanItems().getFirst();
        assertThat(chat.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(chat.getStatus().getDescription()).isEqualTo("IllegalStateException");
    }

    @Test
    void a_call_of_a_tool_names_it_only_if_there_is_such_a_tool() throws Exception {
        ToolGateway tools = new TracedTools(new Failing(), tracing);
        ToolGateway.Scope scope = new ToolGateway.Scope(
                job.id(), job.owner(), Optional.empty(), Set.of("filesystem_read_file"), clock.instant());

        tools.call(new ToolCall("1", "filesystem_read_file", "{\"path\":\"hunter2\"}"), scope);
        tools.call(new ToolCall("2", "hunter3", "{}"), scope);

        assertThat(spans.getFinishedSpanItems())
                .extracting(SpanData::getName)
                .containsExactly("execute_tool filesystem_read_file", "execute_tool unknown");
        assertThat(spans.getFinishedSpanItems().toString()).doesNotContain("hunter");
    }

    private ModelRequest question(String words) {
        return new ModelRequest(
                job.id(),
                "research_agent",
                words,
                List.of(new Asked(words)),
                List.of(),
                Optional.empty(),
                100,
                new Budget(
                        new Budget.Limits(
                                1_000, BigDecimal.ONE, 10, clock.instant().plus(Duration.ofHours(1))),
                        clock));
    }

    /** Answers with what it was asked for, as tools do. */
    private static final class Failing implements ToolGateway {
        @Override
        public List<Tool> offered(Set<String> names) {
            return List.of();
        }

        @Override
        public ToolResult call(ToolCall call, Scope scope) {
            return new ToolResult(call.id(), "no file " + call.arguments(), true);
        }
    }
}
