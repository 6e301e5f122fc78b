package dev.assistant.runtime.trace;

import dev.assistant.runtime.tool.Tool;
import dev.assistant.runtime.tool.ToolCall;
import dev.assistant.runtime.tool.ToolGateway;
import dev.assistant.runtime.tool.ToolResult;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.List;
import java.util.Set;

/** A span for each call of a tool; neither arguments nor results are in it. Thread-safe. */
public final class TracedTools implements ToolGateway {
    private final ToolGateway tools;
    private final JobTracing tracing;

    public TracedTools(ToolGateway tools, JobTracing tracing) {
        this.tools = tools;
        this.tracing = tracing;
    }

    @Override
    public List<Tool> offered(Set<String> names) {
        return tools.offered(names);
    }

    @Override
    public ToolResult call(ToolCall call, Scope scope) throws InterruptedException {
        // A model may have invented the name, so it is told only when there is such a tool.
        String tool = scope.allowed().contains(call.tool()) ? call.tool() : "unknown";
        Span span = tracing.start(scope.job(), "execute_tool " + tool, SpanKind.CLIENT)
                .setAttribute("gen_ai.operation.name", "execute_tool")
                .setAttribute("gen_ai.tool.name", tool);
        try {
            ToolResult result = tools.call(call, scope);
            if (result.failed()) {
                span.setStatus(StatusCode.ERROR);
            }
            return result;
        } catch (InterruptedException | RuntimeException e) {
            JobTracing.failed(span, e);
            throw e;
        } finally {
            span.end();
        }
    }
}
