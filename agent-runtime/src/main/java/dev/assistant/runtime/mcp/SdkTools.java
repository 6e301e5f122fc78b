package dev.assistant.runtime.mcp;

import dev.assistant.runtime.mcp.GuardedTool.Answer;
import dev.assistant.runtime.mcp.ServedTool.Effect;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.Map;
import java.util.Optional;

/** Tools in the words of the MCP SDK. */
final class SdkTools {
    private SdkTools() {}

    /** What clients are told of a tool. */
    static Tool described(ServedTool tool) {
        return Tool.builder(tool.name(), tool.inputSchema())
                .description(tool.description())
                .annotations(ToolAnnotations.builder()
                        .readOnlyHint(tool.effect() == Effect.READS)
                        .destructiveHint(tool.effect() == Effect.DELETES)
                        .build())
                .build();
    }

    /** Calls a tool on the thread that serves the request. */
    static CallToolResult call(GuardedTool tool, CallToolRequest request, Optional<CallScope> scope) {
        Answer answer;
        try {
            answer = tool.call(request.arguments() == null ? Map.of() : request.arguments(), scope);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer = new Answer("The server is stopping.", true);
        }
        return CallToolResult.builder()
                .addTextContent(answer.text())
                .isError(answer.failed())
                .build();
    }
}
