package dev.assistant.runtime.mcp;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.exception.ToolExecutionException;
import dev.langchain4j.mcp.client.DefaultMcpClient;
import dev.langchain4j.mcp.client.McpClient;
import dev.langchain4j.mcp.client.transport.stdio.StdioMcpTransport;
import java.util.List;

/**
 * Starts a server as another program does, over standard input and output, lists its tools and calls one: {@code TOOL ARGUMENTS
 * WANTED COMMAND...}. Ends with 1 unless the answer, or why the call failed, contains what is wanted.
 */
public final class AskReferenceServers {
    private AskReferenceServers() {}

    public static void main(String[] arguments) throws Exception {
        List<String> command = List.of(arguments).subList(3, arguments.length);
        try (McpClient client = DefaultMcpClient.builder()
                .transport(StdioMcpTransport.builder().command(command).build())
                .autoHealthCheck(false)
                .build()) {
            List<String> tools =
                    client.listTools().stream().map(ToolSpecification::name).toList();
            String answer = call(client, arguments[0], arguments[1]);
            System.out.println(tools.size() + " tools; " + arguments[0] + " answered: "
                    + answer.lines().findFirst().orElse(""));
            if (!answer.contains(arguments[2])) {
                System.exit(1);
            }
        }
        System.exit(0);
    }

    private static String call(McpClient client, String tool, String json) {
        try {
            return client.executeTool(ToolExecutionRequest.builder()
                            .name(tool)
                            .arguments(json)
                            .build())
                    .resultText();
        } catch (ToolExecutionException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
