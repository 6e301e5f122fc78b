package dev.assistant.runtime.mcp;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.identity.UserId;
import dev.assistant.runtime.mcp.ServedTool.Effect;
import dev.assistant.testkit.TestClock;
import dev.assistant.workflow.JobId;
import io.modelcontextprotocol.server.McpSyncServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server as the program that started it meets it: a line in, a line out. */
@Timeout(60)
class StdioToolServerTest {
    private final TestClock clock = new TestClock();
    private final PipedOutputStream input = new PipedOutputStream();
    private final PipedInputStream output = new PipedInputStream();
    private final BufferedReader lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8));
    private @Nullable McpSyncServer server;

    @BeforeEach
    void start() throws IOException {
        ToolServer tools = new ToolServer(
                "words",
                "For tests.",
                List.of(
                        new ServedTool(
                                "echo",
                                "Says it again.",
                                List.of(Input.text("word", "What.", 5)),
                                Effect.READS,
                                (arguments, scope) -> arguments.text("word")),
                        new ServedTool("write", "Writes.", List.of(), Effect.WRITES, (arguments, scope) -> "done")));
        CallScope scope = new CallScope(
                new JobId(UUID.randomUUID()),
                new UserId(UUID.randomUUID()),
                Optional.empty(),
                Set.of("echo"),
                clock.instant().plus(Duration.ofMinutes(1)));
        server = StdioToolServer.serve(
                tools, () -> scope, clock, new PipedInputStream(input), new PipedOutputStream(output));
        ask("""
                {"jsonrpc": "2.0", "id": 0, "method": "initialize", "params": {"protocolVersion": "2025-06-18",
                 "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}}""");
        send("{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}");
    }

    @AfterEach
    void stop() throws IOException {
        requireNonNull(server).close();
        input.close();
    }

    private void send(String message) throws IOException {
        input.write((message.replace("\n", "") + "\n").getBytes(StandardCharsets.UTF_8));
        input.flush();
    }

    private JsonNode ask(String message) throws IOException {
        send(message);
        return JsonMapper.shared().readTree(lines.readLine()).get("result");
    }

    private JsonNode call(String tool, String arguments) throws IOException {
        return ask("""
                {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "%s", "arguments": %s}}""".formatted(tool, arguments));
    }

    @Test
    void lists_and_calls_tools() throws IOException {
        assertThat(ask("{\"jsonrpc\": \"2.0\", \"id\": 2, \"method\": \"tools/list\"}")
                        .get("tools"))
                .hasSize(2);
        assertThat(call("echo", "{\"word\": \"hé\"}").at("/content/0/text").asString())
                .isEqualTo("hé");
    }

    @Test
    void refuses_wrong_arguments_and_what_the_scope_does_not_name() throws IOException {
        assertThat(call("echo", "{\"word\": \"too long\"}").get("isError").asBoolean())
                .isTrue();
        assertThat(call("write", "{}").get("isError").asBoolean()).isTrue();
    }
}
