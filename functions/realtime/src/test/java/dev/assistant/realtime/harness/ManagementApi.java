package dev.assistant.realtime.harness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** API Gateway's management API: takes messages for sockets as API Gateway does, and says 410 for those that are not there. */
public final class ManagementApi implements AutoCloseable {
    private static final String CLOSED = "closed";

    private final Map<String, List<String>> received = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> refusals = new ConcurrentHashMap<>();
    private final HttpServer server;

    public ManagementApi() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/@connections/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A socket that opens only after so many messages were refused. */
    public void opensAfter(String connection, int refused) {
        refusals.put(connection, new AtomicInteger(refused));
        received.put(connection, new CopyOnWriteArrayList<>());
    }

    /** An open socket. */
    public void opens(String connection) {
        opensAfter(connection, 0);
    }

    /** What a client got, in order; the last is {@code closed} when its socket was closed. */
    public List<String> receivedBy(String connection) {
        return List.copyOf(received.getOrDefault(connection, List.of()));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String connection = path.substring(path.lastIndexOf('/') + 1);
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            List<String> messages = received.get(connection);
            if (messages == null || isRefused(connection)) {
                exchange.getResponseHeaders().add("x-amzn-ErrorType", "GoneException");
                exchange.sendResponseHeaders(410, -1);
                return;
            }
            messages.add(exchange.getRequestMethod().equals("DELETE") ? CLOSED : body);
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("DELETE") ? 204 : 200, -1);
        }
    }

    private boolean isRefused(String connection) {
        AtomicInteger left = refusals.get(connection);
        return left != null && left.getAndDecrement() > 0;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
