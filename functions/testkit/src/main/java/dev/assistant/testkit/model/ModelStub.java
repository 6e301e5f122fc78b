package dev.assistant.testkit.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assistant.testkit.engine.Loopback;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A server on 127.0.0.1 that answers each request as its script says, and keeps what it was asked. Thread-safe. */
public abstract class ModelStub implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.shared();

    private static final int PIECES = 3;
    /** More bytes than are sent of an answer that breaks off. */
    private static final int MUCH = 1_000;

    private final HttpServer server;
    private final Function<Prompt, ScriptedAnswer> script;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Prompt> prompts = new CopyOnWriteArrayList<>();
    private final AtomicInteger abandoned = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** @param port 0 for any */
    ModelStub(int port, Function<Prompt, ScriptedAnswer> script) {
        this.script = script;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    final void listen(String path) {
        server.createContext(path, this::serve);
        server.setExecutor(threads);
        server.start();
    }

    /** What it was asked, in the order in which it came. */
    public final List<Prompt> prompts() {
        return List.copyOf(prompts);
    }

    /** How often somebody went away in the middle of an answer. */
    public final int abandoned() {
        return abandoned.get();
    }

    /** Where it is. */
    public URI address() {
        return Loopback.http(server.getAddress().getPort());
    }

    @Override
    public final void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    abstract Prompt prompt(HttpExchange exchange, String body);

    /** Answers as a whole. */
    abstract void whole(HttpExchange exchange, Prompt prompt, ScriptedAnswer answer) throws IOException;

    /** Answers as a stream whose head has been sent. */
    abstract void stream(OutputStream body, Prompt prompt, ScriptedAnswer answer) throws IOException;

    abstract String streamType();

    abstract void error(HttpExchange exchange, int status) throws IOException;

    private void serve(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Prompt prompt = prompt(exchange, body);
        prompts.add(prompt);
        try {
            answer(exchange, prompt, script.apply(prompt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private void answer(HttpExchange exchange, Prompt prompt, ScriptedAnswer answer)
            throws IOException, InterruptedException {
        switch (answer) {
            case ScriptedAnswer.Slowly slowly -> {
                pass(slowly.delay());
                answer(exchange, prompt, slowly.answer());
            }
            case ScriptedAnswer.Stalls plain -> closed.await();
            case ScriptedAnswer.Garbles plain -> send(exchange, 200, "text/html", "<p>We are moving</p>");
            case ScriptedAnswer.Fails fails -> {
                fails.retryAfter()
                        .ifPresent(wait ->
                                exchange.getResponseHeaders().set("Retry-After", String.valueOf(wait.toSeconds())));
                error(exchange, fails.status());
            }
            default -> {
                if (prompt.streams()) {
                    begin(exchange, prompt, answer);
                } else if (answer instanceof ScriptedAnswer.BreaksOff) {
                    exchange.sendResponseHeaders(200, MUCH);
                } else if (answer instanceof ScriptedAnswer.ThrottlesMidway) {
                    error(exchange, 429);
                } else {
                    whole(exchange, prompt, answer);
                }
            }
        }
    }

    private void begin(HttpExchange exchange, Prompt prompt, ScriptedAnswer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", streamType());
        exchange.sendResponseHeaders(200, 0);
        try {
            stream(exchange.getResponseBody(), prompt, answer);
        } catch (IOException e) {
            abandoned.incrementAndGet();
            throw e;
        }
    }

    /** A wait that ends when the server does. */
    private void pass(Duration time) throws InterruptedException {
        if (closed.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("closed");
        }
    }

    static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** A text as it comes in a stream. */
    static List<String> pieces(String text) {
        int length = Math.max(1, Math.ceilDiv(text.length(), PIECES));
        List<String> pieces = new CopyOnWriteArrayList<>();
        for (int at = 0; at < text.length(); at += length) {
            pieces.add(text.substring(at, Math.min(text.length(), at + length)));
        }
        return pieces;
    }

    /** What an answer calls, the answer itself where only a call will do. */
    static List<ScriptedAnswer.Call> calls(Prompt prompt, ScriptedAnswer answer) {
        return switch (answer) {
            case ScriptedAnswer.Calls calls -> calls.calls();
            case ScriptedAnswer.Says says ->
                prompt.mustCall()
                        ? List.of(
                                new ScriptedAnswer.Call("answer", prompt.tools().getLast(), says.text()))
                        : List.of();
            default -> List.of();
        };
    }

    static String text(Prompt prompt, ScriptedAnswer answer) {
        return switch (answer) {
            case ScriptedAnswer.Says says -> prompt.mustCall() ? "" : says.text();
            case ScriptedAnswer.CutOff cutOff -> cutOff.text();
            case ScriptedAnswer.BreaksOff broken -> broken.text();
            case ScriptedAnswer.ThrottlesMidway throttled -> throttled.text();
            default -> "";
        };
    }

    static ScriptedAnswer.Tokens tokens(ScriptedAnswer answer) {
        return switch (answer) {
            case ScriptedAnswer.Says says -> says.tokens();
            case ScriptedAnswer.Calls calls -> calls.tokens();
            default -> ScriptedAnswer.TOKENS;
        };
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }
}
