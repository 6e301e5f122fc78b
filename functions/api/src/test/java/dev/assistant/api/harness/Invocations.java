package dev.assistant.api.harness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assistant.testkit.engine.Loopback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** Lets functions invoke functions, as Lambda does (Lambda API reference, "Invoke"). */
final class Invocations {
    static final String SETTING = "AWS_ENDPOINT_URL_LAMBDA";

    private static final String FUNCTIONS = "/2015-03-31/functions/";
    private static final JsonMapper JSON = new JsonMapper();

    private Invocations() {}

    /** Starts a server, which ends with the JVM, and answers where it is. */
    static URI start(Function<String, Deployed> functions) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext(FUNCTIONS, exchange -> answer(exchange, functions));
            server.start();
            return Loopback.http(server.getAddress().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange, Function<String, Deployed> functions) throws IOException {
        try (exchange) {
            String name = exchange.getRequestURI()
                    .getPath()
                    .substring(FUNCTIONS.length())
                    .replace("/invocations", "");
            byte[] body;
            try {
                body = functions
                        .apply(name)
                        .invoke(JSON.readTree(exchange.getRequestBody()))
                        .toString()
                        .getBytes(StandardCharsets.UTF_8);
            } catch (RuntimeException e) {
                exchange.getResponseHeaders().set("X-Amz-Function-Error", "Unhandled");
                body = "{\"errorType\":\"java.lang.RuntimeException\"}".getBytes(StandardCharsets.UTF_8);
            }
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
