package dev.assistant.runtime;

import dev.assistant.runtime.tool.Tool;
import dev.assistant.runtime.tool.ToolCall;
import dev.assistant.runtime.tool.ToolGateway;
import dev.assistant.runtime.tool.ToolResult;
import java.util.List;
import java.util.Set;

/** Offers nothing. */
public final class NoTools implements ToolGateway {
    @Override
    public List<Tool> offered(Set<String> names) {
        return List.of();
    }

    @Override
    public ToolResult call(ToolCall call, Scope scope) {
        return new ToolResult(call.id(), "There is no such tool.", true);
    }
}
