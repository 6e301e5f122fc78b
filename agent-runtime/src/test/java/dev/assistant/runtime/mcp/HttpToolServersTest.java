package dev.assistant.runtime.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.identity.UserId;
import dev.assistant.runtime.mcp.ServedTool.Effect;
import dev.assistant.testkit.TestClock;
import dev.assistant.workflow.JobId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Servers as a client on the same machine meets them, byte by byte. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class HttpToolServersTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String KEY = "AKIA" + "IOSFODNN7EXAMPLE";

    private final TestClock clock = new TestClock();
    private final BearerToken token = BearerToken.random();
    private final ScopeSignature signature = new ScopeSignature(clock);
    private final CallScope scope = new CallScope(
            new JobId(UUID.randomUUID()),
            new UserId(UUID.randomUUID()),
            Optional.empty(),
            Set.of("repeat", "break", "refuse", "dream", "owner", "long", "leak"),
            clock.instant().plus(Duration.ofMinutes(1)));
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final HttpClient http = HttpClient.newHttpClient();
    private HttpToolServers servers;

    @BeforeAll
    void start() throws IOException {
        ToolServer first = new ToolServer(
                "first",
                "For tests.",
                List.of(
                        tool(
                                "repeat",
                                (arguments, scope) -> arguments.text("word").repeat(arguments.whole("times"))),
                        tool("break", (arguments, scope) -> {
                            throw new IllegalStateException("jdbc:postgresql://inside/secret");
                        }),
                        tool("refuse", (arguments, scope) -> {
                            throw new ToolFailure("There is no such file. List the folder.");
                        }),
                        tool("dream", (arguments, scope) -> dream()).within(Duration.ofMillis(50)),
                        tool("owner", (arguments, scope) -> scope.owner().toString()),
                        tool("long", (arguments, scope) -> "x".repeat(100_000)),
                        tool("leak", (arguments, scope) -> "key = " + KEY),
                        tool("forbidden", (arguments, scope) -> "never")));
        ToolServer second = new ToolServer("second", "Another.", List.of(tool("other", (arguments, scope) -> "b")));
        servers =
                HttpToolServers.start(List.of(first, second), Map.of("first", 0, "second", 0), token, signature, clock);
    }

    @AfterAll
    void stop() {
        http.close();
        servers.close();
    }

    private static ServedTool tool(String name, ServedTool.Handler handler) {
        return new ServedTool(
                name,
                "Does " + name + ".",
                List.of(
                        Input.text("word", "What to say.", 10).or("a"),
                        Input.whole("times", "How often.", 1, 5).or(1)),
                Effect.READS,
                handler);
    }

    private String dream() throws InterruptedException {
        try {
            new CountDownLatch(1).await();
            return "never";
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
        }
    }

    private HttpResponse<String> post(URI address, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(BodyPublishers.ofString(body));
        List<String> pairs = new ArrayList<>(List.of(headers));
        for (int i = 0; i < pairs.size(); i += 2) {
            request.header(pairs.get(i), pairs.get(i + 1));
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private JsonNode ask(String server, String method, Map<String, Object> parameters, String scopeHeader)
            throws Exception {
        String body =
                JSON.writeValueAsString(Map.of("jsonrpc", "2.0", "id", 1, "method", method, "params", parameters));
        HttpResponse<String> answer = post(
                servers.address(server), body, "Authorization", token.header(), ScopeSignature.HEADER, scopeHeader);
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private JsonNode call(String tool, Map<String, Object> arguments) throws Exception {
        return ask("first", "tools/call", Map.of("name", tool, "arguments", arguments), signature.sign(scope))
                .get("result");
    }

    private static String text(JsonNode result) {
        return result.get("content").get(0).get("text").asString();
    }

    @Test
    void lists_each_servers_own_tools_with_the_ranges_of_their_arguments() throws Exception {
        JsonNode first = ask("first", "tools/list", Map.of(), "").get("result").get("tools");
        JsonNode second =
                ask("second", "tools/list", Map.of(), "").get("result").get("tools");

        assertThat(first).hasSize(8);
        assertThat(second).hasSize(1);
        assertThat(second.get(0).get("name").asString()).isEqualTo("other");
        JsonNode times = first.get(0).at("/inputSchema/properties/times");
        assertThat(times.get("maximum").asInt()).isEqualTo(5);
        assertThat(times.get("description").asString()).isEqualTo("How often. 1 to 5.");
    }

    @Test
    void answers_a_call() throws Exception {
        JsonNode result = call("repeat", Map.of("word", "ab", "times", 3));

        assertThat(text(result)).isEqualTo("ababab");
        assertThat(result.get("isError").asBoolean()).isFalse();
    }

    @Test
    void uses_defaults_for_what_is_left_out() throws Exception {
        assertThat(text(call("repeat", Map.of()))).isEqualTo("a");
    }

    @Test
    void refuses_arguments_out_of_range_unknown_or_of_another_type() throws Exception {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("times", 6), Map.of("times", "many"), Map.of("wort", "x"), Map.of("word", "x".repeat(11)))) {
            JsonNode result = call("repeat", wrong);

            assertThat(result.get("isError").asBoolean()).as(wrong.toString()).isTrue();
        }
    }

    @Test
    void tells_nothing_of_an_unexpected_exception() throws Exception {
        JsonNode result = call("break", Map.of());

        assertThat(result.get("isError").asBoolean()).isTrue();
        assertThat(text(result)).startsWith("break failed; its error is ").doesNotContain("jdbc", "IllegalState");
    }

    @Test
    void hands_on_a_failure_in_its_own_words() throws Exception {
        JsonNode result = call("refuse", Map.of());

        assertThat(result.get("isError").asBoolean()).isTrue();
        assertThat(text(result)).isEqualTo("There is no such file. List the folder.");
    }

    @Test
    void gives_up_a_call_that_takes_too_long_and_interrupts_its_work() throws Exception {
        JsonNode result = call("dream", Map.of());

        assertThat(result.get("isError").asBoolean()).isTrue();
        assertThat(text(result)).contains("took too long");
        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void cuts_long_answers_and_says_so() throws Exception {
        assertThat(text(call("long", Map.of()))).hasSizeLessThan(65_000).endsWith("[cut here: 36000 characters more]");
    }

    @Test
    void masks_secrets_in_answers() throws Exception {
        assertThat(text(call("leak", Map.of()))).isEqualTo("key = AKIA****");
    }

    @Test
    void a_tool_sees_the_scope_that_was_signed() throws Exception {
        assertThat(text(call("owner", Map.of()))).isEqualTo(scope.owner().toString());
    }

    @Test
    void refuses_a_tool_that_the_scope_does_not_name() throws Exception {
        JsonNode result = call("forbidden", Map.of());

        assertThat(result.get("isError").asBoolean()).isTrue();
        assertThat(text(result)).contains("does not allow forbidden");
    }

    @Test
    void refuses_calls_whose_scope_is_missing_forged_or_over() throws Exception {
        String forged = signature
                .sign(scope)
                .replace(scope.owner().toString(), UUID.randomUUID().toString());
        String others = new ScopeSignature(clock).sign(scope);
        String over = signature.sign(
                new CallScope(scope.job(), scope.owner(), scope.project(), scope.tools(), clock.instant()));
        for (String header : List.of("", "x", "a.b", forged, others, over)) {
            JsonNode result = ask("first", "tools/call", Map.of("name", "owner", "arguments", Map.of()), header)
                    .get("result");

            assertThat(result.get("isError").asBoolean()).isTrue();
            assertThat(text(result)).contains("no running job");
        }
    }

    @Test
    void refuses_who_has_not_the_token() throws Exception {
        HttpResponse<String> without = post(servers.address("first"), "{}");
        HttpResponse<String> wrong = post(servers.address("first"), "{}", "Authorization", "Bearer x");

        assertThat(List.of(without.statusCode(), wrong.statusCode())).containsOnly(401);
        assertThat(without.body()).isEmpty();
    }

    @Test
    void refuses_the_origin_of_another_site() throws Exception {
        HttpResponse<String> answer =
                post(servers.address("first"), "{}", "Authorization", token.header(), "Origin", "http://evil.example");

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void refuses_a_name_that_was_rebound_to_this_machine() throws Exception {
        URI address = servers.address("first");
        String request = """
                POST /mcp HTTP/1.1\r
                Host: evil.example:%d\r
                Authorization: %s\r
                Content-Length: 0\r
                Connection: close\r
                \r
                """.formatted(address.getPort(), token.header());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 421");
            assertThat(answer).doesNotContain("Tomcat");
        }
    }
}
