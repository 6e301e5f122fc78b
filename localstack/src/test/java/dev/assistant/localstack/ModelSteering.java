package dev.assistant.localstack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assistant.testkit.engine.Loopback;
import dev.assistant.testkit.model.Prompt;
import dev.assistant.testkit.model.Script;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets journeys, which run in a process of their own, steer the model and kill the worker, over HTTP on 127.0.0.1:
 *
 * <ul>
 *   <li>{@code POST /rules}: what the model says, too, as {@link Script#read} reads it
 *   <li>{@code POST /holds}, a list of texts: keeps back the answers to prompts that have all of them; answers the hold's id
 *   <li>{@code GET /holds/<id>}: how many answers are kept back; {@code DELETE} gives them
 *   <li>{@code GET /prompts?<text>}: the shapes of answer that prompts with this text asked for, in their order
 *   <li>{@code DELETE /worker}: kills agent-runtime without giving it time for anything; answers when the next one is ready
 * </ul>
 */
final class ModelSteering implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SteeredModel model;
    private final RunningStack stack;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private ModelSteering(SteeredModel model, RunningStack stack) throws IOException {
        this.model = model;
        this.stack = stack;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    static ModelSteering start(SteeredModel model, RunningStack stack) throws IOException {
        ModelSteering steering = new ModelSteering(model, stack);
        steering.server.createContext("/", steering::serve);
        steering.server.setExecutor(steering.threads);
        steering.server.start();
        return steering;
    }

    URI address() {
        return Loopback.http(server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        int status = 200;
        Object answer;
        try {
            answer = answer(exchange);
        } catch (Exception e) {
            status = 500;
            answer = e.toString();
        }
        byte[] body = JSON.writeValueAsBytes(answer);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Object answer(HttpExchange exchange) throws Exception {
        String[] path = exchange.getRequestURI().getPath().substring(1).split("/");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return switch (exchange.getRequestMethod() + " " + path[0]) {
            case "POST rules" -> {
                model.says(Script.read(body));
                yield true;
            }
            case "POST holds" ->
                model.hold(JSON.readTree(body)
                        .valueStream()
                        .map(JsonNode::stringValue)
                        .toList());
            case "GET holds" -> model.held(UUID.fromString(path[1]));
            case "DELETE holds" -> {
                model.release(UUID.fromString(path[1]));
                yield true;
            }
            case "GET prompts" -> shapes(exchange.getRequestURI().getQuery());
            case "DELETE worker" -> {
                ProcessHandle worker = stack.process("agent-runtime");
                worker.destroyForcibly();
                worker.onExit().join();
                yield stack.healthy("agent-runtime");
            }
            default -> throw new IllegalArgumentException(exchange.getRequestMethod() + " " + path[0]);
        };
    }

    private List<String> shapes(String text) {
        return model.prompts().stream()
                .filter(prompt -> prompt.contains(text))
                .map(Prompt::schema)
                .map(schema -> schema.orElse("text"))
                .toList();
    }
}
