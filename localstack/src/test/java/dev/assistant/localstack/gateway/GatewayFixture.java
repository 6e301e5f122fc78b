package dev.assistant.localstack.gateway;

import dev.assistant.localstack.TestCode;
import dev.assistant.localstack.catalogue.FunctionEntry;
import dev.assistant.localstack.function.FunctionHost;
import dev.assistant.localstack.function.InProcessHost;
import dev.assistant.localstack.part.Part;
import dev.assistant.localstack.part.StatusPage;
import dev.assistant.testkit.engine.Loopback;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway on free ports before the test functions, that remembers the last event it made. */
final class GatewayFixture implements AutoCloseable {

    final HttpClient http = HttpClient.newHttpClient();
    final Path pages;
    final Gateway gateway;
    private final InProcessHost functions;
    private final Map<String, String> lastEvents = new ConcurrentHashMap<>();

    GatewayFixture(Path directory) throws IOException {
        pages = Files.createDirectories(directory.resolve("pages"));
        functions = new InProcessHost(TestCode.unpackedIn(directory));
        gateway = Gateway.start(
                new Gateway.Address(Loopback.HOST, 0, 0, "http://127.0.0.1:1"),
                TestCode.routes(),
                TestCode.catalogue(),
                new Remembering(),
                pages,
                new StatusPage(this::parts),
                RequestObserver.NONE);
        System.setProperty(
                "test.management", Loopback.http(gateway.managementPort()).toString());
    }

    private List<Part> parts() {
        return functions.parts();
    }

    /** The last event of the REST API. */
    JsonNode lastEvent() {
        return lastEvent("");
    }

    /** The last event of a route of the WebSocket API. */
    JsonNode lastEvent(String route) {
        return JsonMapper.shared().readTree(lastEvents.getOrDefault(route, "{}"));
    }

    URI uri(String path) {
        return URI.create(Loopback.http(gateway.port().orElseThrow()) + path);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    @Override
    public void close() {
        gateway.close();
        functions.close();
        http.close();
    }

    private final class Remembering implements FunctionHost {
        @Override
        public byte[] run(FunctionEntry function, byte[] event) {
            String json = new String(event, StandardCharsets.UTF_8);
            String route = JsonMapper.shared()
                    .readTree(json)
                    .path("requestContext")
                    .path("routeKey")
                    .asString("");
            lastEvents.put(route, json);
            return functions.run(function, event);
        }

        @Override
        public void warm(List<FunctionEntry> all) {
            functions.warm(all);
        }

        @Override
        public List<Part> parts() {
            return functions.parts();
        }

        @Override
        public void close() {
            functions.close();
        }
    }
}
