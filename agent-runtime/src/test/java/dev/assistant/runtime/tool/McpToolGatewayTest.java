package dev.assistant.runtime.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.identity.UserId;
import dev.assistant.runtime.mcp.BearerToken;
import dev.assistant.runtime.mcp.HttpToolServers;
import dev.assistant.runtime.mcp.Input;
import dev.assistant.runtime.mcp.ScopeSignature;
import dev.assistant.runtime.mcp.ServedTool;
import dev.assistant.runtime.mcp.ServedTool.Effect;
import dev.assistant.runtime.mcp.ToolFailure;
import dev.assistant.runtime.mcp.ToolServer;
import dev.assistant.runtime.tool.ToolGateway.Scope;
import dev.assistant.workflow.JobId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** The way from an agent's wish to a tool and back: langchain4j's client and our servers over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class McpToolGatewayTest {
    private final InstantSource clock = InstantSource.system();
    private final CountDownLatch dreaming = new CountDownLatch(1);
    private final CountDownLatch woken = new CountDownLatch(1);
    private HttpToolServers servers;
    private McpToolGateway gateway;

    @BeforeAll
    void start() throws Exception {
        ToolServer files = new ToolServer(
                "files",
                "For tests.",
                List.of(
                        tool("echo", (arguments, scope) -> scope.owner() + " " + arguments.text("word")),
                        tool(
                                "may",
                                (arguments, scope) -> String.join(
                                        " ", scope.tools().stream().sorted().toList())),
                        tool("refuse", (arguments, scope) -> {
                            throw new ToolFailure("No such file.");
                        }),
                        tool("break", (arguments, scope) -> {
                            throw new IllegalStateException("inside");
                        }),
                        tool("dream", (arguments, scope) -> dream())));
        ToolServer notes = new ToolServer("notes", "Other.", List.of(tool("echo", (arguments, scope) -> "note")));
        BearerToken token = BearerToken.random();
        ScopeSignature signature = new ScopeSignature(clock);
        servers = HttpToolServers.start(List.of(files, notes), Map.of(), token, signature, clock);
        gateway = McpToolGateway.connect(servers.addresses(), token, signature, clock);
    }

    @AfterAll
    void stop() {
        gateway.close();
        servers.close();
    }

    private String dream() throws InterruptedException {
        dreaming.countDown();
        try {
            new CountDownLatch(1).await();
            return "never";
        } finally {
            woken.countDown();
        }
    }

    private static ServedTool tool(String name, ServedTool.Handler handler) {
        return new ServedTool(
                name,
                "Does " + name + ".",
                List.of(Input.text("word", "Any.", 5).or("-")),
                Effect.READS,
                handler);
    }

    private Scope scope(String... allowed) {
        return new Scope(
                new JobId(UUID.randomUUID()),
                new UserId(UUID.randomUUID()),
                Optional.empty(),
                Set.of(allowed),
                clock.instant().plus(Duration.ofSeconds(50)));
    }

    private ToolResult call(String tool, String arguments, Scope scope) throws InterruptedException {
        return gateway.call(new ToolCall("id-1", tool, arguments), scope);
    }

    @Test
    void offers_the_tools_that_are_there_by_their_servers_name() {
        List<Tool> offered = gateway.offered(Set.of("notes_echo", "files_echo", "files_gone"));

        assertThat(offered).extracting(Tool::name).containsExactly("files_echo", "notes_echo");
        assertThat(offered.getFirst().inputSchema())
                .contains("\"word\"", "At most 5 characters", "\"type\":\"object\"");
    }

    @Test
    void calls_a_tool_for_the_jobs_owner() throws Exception {
        Scope scope = scope("files_echo");

        assertThat(call("files_echo", "{\"word\": \"x\"}", scope))
                .isEqualTo(new ToolResult("id-1", scope.owner() + " x", false));
    }

    @Test
    void a_server_learns_only_of_its_own_tools() throws Exception {
        assertThat(call("files_may", "", scope("files_may", "notes_echo", "files_dream"))
                        .text())
                .isEqualTo("dream may");
    }

    @Test
    void refuses_a_tool_that_is_not_allowed_or_not_there() throws Exception {
        assertThat(call("files_echo", "{}", scope("notes_echo")).failed()).isTrue();
        assertThat(call("files_gone", "{}", scope("files_gone")).failed()).isTrue();
    }

    @Test
    void a_models_mistakes_come_back_as_words_that_it_can_use() throws Exception {
        assertThat(call("files_echo", "{\"word\": \"too long\"}", scope("files_echo")))
                .matches(ToolResult::failed)
                .extracting(ToolResult::text)
                .asString()
                .contains("5");
        assertThat(call("files_echo", "{\"word\"", scope("files_echo")).text())
                .isEqualTo("The arguments are no JSON object, or not what the tool takes.");
        assertThat(call("files_refuse", "{}", scope("files_refuse")))
                .isEqualTo(new ToolResult("id-1", "No such file.", true));
    }

    @Test
    void an_unexpected_failure_of_a_tool_stays_inside() throws Exception {
        assertThat(call("files_break", "{}", scope("files_break")))
                .matches(ToolResult::failed)
                .extracting(ToolResult::text)
                .asString()
                .doesNotContain("inside");
    }

    @Test
    void a_call_after_its_deadline_fails() throws Exception {
        Scope late = new Scope(
                new JobId(UUID.randomUUID()),
                new UserId(UUID.randomUUID()),
                Optional.empty(),
                Set.of("files_echo"),
                clock.instant().minusSeconds(1));

        assertThat(call("files_echo", "{}", late).failed()).isTrue();
    }

    @Test
    void an_interrupted_caller_stops_waiting_and_the_tool_ends_by_its_own_limit() throws Exception {
        Scope scope = new Scope(
                new JobId(UUID.randomUUID()),
                new UserId(UUID.randomUUID()),
                Optional.empty(),
                Set.of("files_dream"),
                clock.instant().plus(Duration.ofSeconds(3)));
        CountDownLatch stopped = new CountDownLatch(1);
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                call("files_dream", "{}", scope);
            } catch (InterruptedException e) {
                stopped.countDown();
            }
        });
        assertThat(dreaming.await(30, TimeUnit.SECONDS)).isTrue();

        caller.interrupt();

        assertThat(stopped.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(woken.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void calls_side_by_side_do_not_mix_up_their_owners() throws Exception {
        List<Scope> scopes =
                IntStream.range(0, 40).mapToObj(i -> scope("files_echo")).toList();
        List<Thread> threads = new ArrayList<>();
        List<String> wrong = Collections.synchronizedList(new ArrayList<>());
        for (Scope scope : scopes) {
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    String text = call("files_echo", "{}", scope).text();
                    if (!text.equals(scope.owner() + " -")) {
                        wrong.add(text);
                    }
                } catch (InterruptedException e) {
                    wrong.add("interrupted");
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void does_not_connect_without_the_token() {
        assertThatThrownBy(() -> McpToolGateway.connect(
                        servers.addresses(), BearerToken.random(), new ScopeSignature(clock), clock))
                .isInstanceOf(RuntimeException.class);
    }
}
