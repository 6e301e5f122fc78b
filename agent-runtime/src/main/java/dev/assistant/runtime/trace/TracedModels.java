package dev.assistant.runtime.trace;

import dev.assistant.runtime.model.ModelAnswer;
import dev.assistant.runtime.model.ModelFailure;
import dev.assistant.runtime.model.ModelGateway;
import dev.assistant.runtime.model.ModelRequest;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.util.Locale;

/** A span for each question to a model, retries and other models included (OpenTelemetry semantic conventions, GenAI). Thread-safe. */
public final class TracedModels implements ModelGateway {
    private final ModelGateway models;
    private final JobTracing tracing;

    public TracedModels(ModelGateway models, JobTracing tracing) {
        this.models = models;
        this.tracing = tracing;
    }

    @Override
    public ModelAnswer ask(ModelRequest request) throws ModelFailure, InterruptedException {
        Span span = tracing.start(request.job(), "chat " + request.agent(), SpanKind.CLIENT)
                .setAttribute("gen_ai.operation.name", "chat")
                .setAttribute("gen_ai.agent.name", request.agent());
        try {
            ModelAnswer answer = models.ask(request);
            span.setAttribute("gen_ai.response.model", answer.model())
                    .setAttribute("gen_ai.usage.input_tokens", answer.usage().inputTokens())
                    .setAttribute("gen_ai.usage.output_tokens", answer.usage().outputTokens())
                    .setAttribute(
                            "gen_ai.response.finish_reason",
                            answer.ending().name().toLowerCase(Locale.ROOT));
            return answer;
        } catch (ModelFailure | InterruptedException | RuntimeException e) {
            JobTracing.failed(span, e);
            throw e;
        } finally {
            span.end();
        }
    }
}
