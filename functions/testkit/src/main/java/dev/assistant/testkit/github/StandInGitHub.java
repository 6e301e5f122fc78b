package dev.assistant.testkit.github;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Speaks GitHub's REST protocol on 127.0.0.1: answers what it was told to for a method and path (with its query, or for any), 404 in
 * GitHub's shape for anything else, and keeps every request. A path may be private: it then is not there without the token.
 * Thread-safe.
 */
public final class StandInGitHub implements AutoCloseable {
    /** The token that sees what is private. */
    public static final String TOKEN = "ghp_" + "standInTokenForTests".repeat(2);

    private static final Reply NOT_FOUND = Reply.json(404, "{\"message\": \"Not Found\"}");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Function<Received, Reply>> routes = new ConcurrentHashMap<>();
    private final List<String> privatePaths = new CopyOnWriteArrayList<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    private StandInGitHub(HttpServer server) {
        this.server = server;
    }

    /**
     * A request as it came.
     *
     * @param query empty when there was none
     * @param authorization the header; empty when there was none
     */
    public record Received(String method, String path, String query, Optional<String> authorization, String body) {}

    /** An answer. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Reply(int status, Map<String, String> headers, byte[] body) {
        public static Reply json(int status, String json) {
            return new Reply(status, Map.of("Content-Type", "application/json"), json.getBytes(StandardCharsets.UTF_8));
        }

        public static Reply bytes(byte[] body) {
            return new Reply(200, Map.of("Content-Type", "application/octet-stream"), body);
        }

        public static Reply redirect(URI to) {
            return new Reply(302, Map.of("Location", to.toString()), new byte[0]);
        }

        /** The same answer with one header more. */
        public Reply with(String header, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(header, value);
            return new Reply(status, Map.copyOf(more), body);
        }
    }

    public static StandInGitHub start() {
        try {
            StandInGitHub started =
                    new StandInGitHub(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            started.server.createContext("/", started::answer);
            started.server.setExecutor(started.threads);
            started.server.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For {@code GITHUB_API_URL}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Answers a GET with JSON. */
    public StandInGitHub has(String pathAndQuery, String json) {
        return answers("GET", pathAndQuery, request -> Reply.json(200, json));
    }

    /**
     * Answers requests.
     *
     * @param pathAndQuery without a query it stands for any
     */
    public StandInGitHub answers(String method, String pathAndQuery, Function<Received, Reply> reply) {
        routes.put(method + " " + pathAndQuery, reply);
        return this;
    }

    /** Hides everything below a path from who has not the token. */
    public StandInGitHub hides(String path) {
        privatePaths.add(path);
        return this;
    }

    /** Every request so far, in their order. */
    public List<Received> received() {
        return new ArrayList<>(received);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Received request = read(exchange);
            received.add(request);
            Reply reply = isHidden(request) ? NOT_FOUND : route(request).apply(request);
            Headers headers = exchange.getResponseHeaders();
            reply.headers().forEach(headers::set);
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            exchange.getResponseBody().write(reply.body());
        }
    }

    private boolean isHidden(Received request) {
        boolean knows = request.authorization().equals(Optional.of("Bearer " + TOKEN));
        return !knows && privatePaths.stream().anyMatch(path -> request.path().startsWith(path));
    }

    private Function<Received, Reply> route(Received request) {
        Function<Received, Reply> exact = routes.get(request.method() + " " + request.path() + "?" + request.query());
        return exact != null ? exact : routes.getOrDefault(request.method() + " " + request.path(), any -> NOT_FOUND);
    }

    private static Received read(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        @Nullable String query = uri.getRawQuery();
        return new Received(
                exchange.getRequestMethod(),
                uri.getRawPath(),
                query == null ? "" : query,
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
