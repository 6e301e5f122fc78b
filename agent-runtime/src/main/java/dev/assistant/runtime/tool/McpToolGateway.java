package dev.assistant.runtime.tool;

import dev.assistant.failure.Causes;
import dev.assistant.runtime.mcp.BearerToken;
import dev.assistant.runtime.mcp.CallScope;
import dev.assistant.runtime.mcp.ScopeSignature;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.exception.ToolArgumentsException;
import dev.langchain4j.exception.ToolExecutionException;
import dev.langchain4j.internal.JsonSchemaElementUtils;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.invocation.InvocationParameters;
import dev.langchain4j.mcp.client.DefaultMcpClient;
import dev.langchain4j.mcp.client.McpCallContext;
import dev.langchain4j.mcp.client.McpClient;
import dev.langchain4j.mcp.client.transport.http.StreamableHttpMcpTransport;
import dev.langchain4j.service.tool.ToolExecutionResult;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tools of MCP servers, reached over HTTP. A server learns for whom a call is from a {@linkplain ScopeSignature signed} header,
 * never from arguments, which a model writes. The client's own time limit answers like a success, so the limit that counts is kept
 * here.
 */
public final class McpToolGateway implements ToolGateway, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(McpToolGateway.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SCOPE = "scope";
    private static final int LONGEST_ARGUMENTS = 500_000;
    private static final int LONGEST_RESULT = 70_000;

    /** No call of ours is as long; those that are answer on time or not at all. */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(10);

    private static final Duration CONNECT = Duration.ofSeconds(30);

    private final ScopeSignature signature;
    private final InstantSource clock;
    private final List<McpClient> clients = new ArrayList<>();
    private final Map<String, Served> byName = new TreeMap<>();

    /** A tool at its server. */
    private record Served(McpClient client, String server, String name, Tool tool) {}

    private McpToolGateway(ScopeSignature signature, InstantSource clock) {
        this.signature = signature;
        this.clock = clock;
    }

    /**
     * Connects to servers and asks for their tools.
     *
     * @param servers address by name; the name comes before each of its tools' names
     */
    public static McpToolGateway connect(
            Map<String, URI> servers, BearerToken token, ScopeSignature signature, InstantSource clock) {
        McpToolGateway gateway = new McpToolGateway(signature, clock);
        servers.forEach((name, address) -> gateway.connect(name, address, token));
        return gateway;
    }

    private void connect(String server, URI address, BearerToken token) {
        McpClient client = DefaultMcpClient.builder()
                .key(server)
                .clientName("development-assistant")
                .clientVersion("1.0.0")
                .transport(StreamableHttpMcpTransport.builder()
                        .url(address.toString())
                        .customHeaders(context -> headers(token, context))
                        .timeout(CONNECT)
                        .setHttpVersion1_1()
                        .build())
                .initializationTimeout(CONNECT)
                .toolExecutionTimeout(LONGEST_CALL)
                .autoHealthCheck(false)
                .build();
        clients.add(client);
        for (ToolSpecification found : client.listTools()) {
            String name = server + "_" + found.name();
            String schema = JSON.writeValueAsString(JsonSchemaElementUtils.toMap(found.parameters()));
            Tool tool = new Tool(name, found.description(), schema);
            byName.put(name, new Served(client, server, found.name(), tool));
        }
    }

    private static Map<String, String> headers(BearerToken token, McpCallContext context) {
        Map<String, String> headers = new HashMap<>(Map.of("Authorization", token.header()));
        if (context != null && context.invocationContext() != null) {
            headers.put(
                    ScopeSignature.HEADER,
                    context.invocationContext().invocationParameters().get(SCOPE));
        }
        return headers;
    }

    @Override
    public List<Tool> offered(Set<String> names) {
        return byName.values().stream()
                .map(Served::tool)
                .filter(tool -> names.contains(tool.name()))
                .toList();
    }

    @Override
    public ToolResult call(ToolCall call, Scope scope) throws InterruptedException {
        long start = System.nanoTime();
        ToolResult result = answered(call, scope);
        LOG.info(
                "tool={} job={} failed={} characters={} milliseconds={}",
                byName.containsKey(call.tool()) ? call.tool() : "unknown",
                scope.job(),
                result.failed(),
                result.text().length(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        return result;
    }

    private ToolResult answered(ToolCall call, Scope scope) throws InterruptedException {
        Served served = byName.get(call.tool());
        if (served == null || !scope.allowed().contains(call.tool())) {
            return failed(call, "There is no tool of that name here. Use one of those that you were given.");
        }
        if (call.arguments().length() > LONGEST_ARGUMENTS) {
            return failed(call, "The arguments are too long.");
        }
        Duration left = Duration.between(clock.instant(), scope.deadline());
        FutureTask<ToolExecutionResult> work = new FutureTask<>(() -> execute(served, call, scope));
        Thread.ofVirtual().name(call.tool()).start(work);
        try {
            ToolExecutionResult result = work.get(left.toMillis(), TimeUnit.MILLISECONDS);
            return new ToolResult(call.id(), bounded(result.resultText()), result.isError());
        } catch (TimeoutException e) {
            return failed(call, "The tool took too long and was given up.");
        } catch (ExecutionException e) {
            return failed(call, explained(served, e.getCause() == null ? e : e.getCause()));
        } finally {
            work.cancel(true);
        }
    }

    private ToolExecutionResult execute(Served served, ToolCall call, Scope scope) {
        InvocationContext context = InvocationContext.builder()
                .invocationParameters(InvocationParameters.from(SCOPE, signature.sign(scopeAt(served.server(), scope))))
                .build();
        ToolExecutionRequest request = ToolExecutionRequest.builder()
                .id(call.id())
                .name(served.name())
                .arguments(call.arguments())
                .build();
        return served.client().executeTool(request, context);
    }

    private CallScope scopeAt(String server, Scope scope) {
        Set<String> allowed = scope.allowed().stream()
                .map(byName::get)
                .filter(served -> served != null && served.server().equals(server))
                .map(Served::name)
                .collect(Collectors.toSet());
        Instant deadline = scope.deadline();
        return new CallScope(scope.job(), scope.owner(), scope.project(), allowed, deadline);
    }

    /** The client throws what a server says went wrong as a plain exception around its words; anything else is the transport's. */
    private static String explained(Served served, Throwable failure) {
        Throwable cause = failure.getCause();
        if (failure instanceof ToolArgumentsException) {
            return "The arguments are no JSON object, or not what the tool takes.";
        }
        if (failure instanceof ToolExecutionException && cause != null && cause.getClass() == RuntimeException.class) {
            return bounded(String.valueOf(cause.getMessage()));
        }
        LOG.warn("The {} server does not answer: {}", served.server(), Causes.of(failure));
        return "The tool does not answer at the moment.";
    }

    private static ToolResult failed(ToolCall call, String text) {
        return new ToolResult(call.id(), text, true);
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST_RESULT ? text : text.substring(0, LONGEST_RESULT) + "\n[cut here]";
    }

    @Override
    public void close() {
        for (McpClient client : clients) {
            try {
                client.close();
            } catch (Exception e) {
                LOG.warn("An MCP client could not be closed: {}", Causes.of(e));
            }
        }
    }
}
