package dev.assistant.runtime.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServer.SyncSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** A server over standard input and output, for a client that starts it as its own process and is alone with it. */
public final class StdioToolServer {
    private StdioToolServer() {}

    /**
     * Serves until the input ends.
     *
     * @param scope for whom each call is, since there is no header to say so
     */
    public static McpSyncServer serve(
            ToolServer server, Supplier<CallScope> scope, InstantSource clock, InputStream in, OutputStream out) {
        StdioServerTransportProvider transport = new StdioServerTransportProvider(McpJsonDefaults.getMapper(), in, out);
        SyncSpecification<?> specification = McpServer.sync(transport)
                .serverInfo("development-assistant-" + server.name(), "1.0.0")
                .instructions(server.instructions())
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .validateToolInputs(true);
        for (ServedTool served : server.tools()) {
            GuardedTool tool = new GuardedTool(server.name(), served, clock);
            specification.toolCall(
                    SdkTools.described(served),
                    (exchange, request) -> SdkTools.call(tool, request, Optional.of(scope.get())));
        }
        return specification.build();
    }
}
