package dev.assistant.api.harness;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** openapi.yaml, read as it is written. */
public final class Contract {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");

    private final JsonNode document = read();
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

    /** An operation with its place. */
    public record Described(String method, String path, JsonNode operation) {
        public String id() {
            return operation.path("operationId").asString();
        }

        public String function() {
            return operation.path("x-function").asString();
        }

        /** Who may call it: {@code public}, or the scope or role that a caller needs. */
        public String scope() {
            return operation.path("x-scope").asString();
        }

        public boolean isPublic() {
            return scope().equals("public");
        }

        public boolean takesJson() {
            return operation.at("/requestBody/content").has("application/json");
        }

        /** The schema of its JSON body; missing when it takes none. */
        public JsonNode body() {
            return operation
                    .path("requestBody")
                    .path("content")
                    .path("application/json")
                    .path("schema");
        }
    }

    public JsonNode document() {
        return document;
    }

    public List<Described> operations() {
        List<Described> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (String method : METHODS) {
                if (path.getValue().has(method)) {
                    all.add(new Described(
                            method.toUpperCase(Locale.ROOT),
                            path.getKey(),
                            path.getValue().path(method)));
                }
            }
        }
        return all;
    }

    /** The parameters of an operation that are in a place such as {@code path}, with their schemas in place. */
    public List<JsonNode> parameters(Described described, String place) {
        return Stream.concat(
                        document.path("paths")
                                .path(described.path())
                                .path("parameters")
                                .valueStream(),
                        described.operation().path("parameters").valueStream())
                .map(this::resolve)
                .filter(parameter -> parameter.path("in").asString().equals(place))
                .toList();
    }

    /** Whether API keys are among the credentials that an operation takes. */
    public boolean takesKeys(Described described) {
        JsonNode ways = described.operation().has("security")
                ? described.operation().path("security")
                : document.path("security");
        return ways.valueStream().anyMatch(way -> way.has("apiKey"));
    }

    /** The operation that a request means; a path with a parameter only where no literal path fits. */
    public Optional<Described> find(String method, String path) {
        return operations().stream()
                .filter(described -> described.method().equals(method))
                .filter(described -> ("/api/v1" + described.path()).equals(path)
                        || path.matches("/api/v1" + described.path().replaceAll("\\{[^}]+}", "[^/]+")))
                .filter(described -> described.path().contains("{") ? !isLiteral(path) : true)
                .findFirst();
    }

    private boolean isLiteral(String path) {
        return document.path("paths").has(path.substring("/api/v1".length()));
    }

    /** What is wrong with an answer; empty when the contract describes it. */
    public List<String> complaints(Described described, int status, String contentType, String body) {
        JsonNode response = described.operation().path("responses").path(Integer.toString(status));
        if (response.isMissingNode()) {
            return List.of(described.id() + " may not answer " + status + ": " + body);
        }
        JsonNode content = resolve(response).path("content");
        if (content.isMissingNode()) {
            return body.isEmpty() ? List.of() : List.of(described.id() + " has a body at " + status);
        }
        String media = contentType.replaceAll(";.*", "");
        if (!content.has(media)) {
            return List.of(described.id() + " may not answer " + media + " at " + status);
        }
        return media.endsWith("json") ? validate(content.path(media).path("schema"), JSON.readTree(body)) : List.of();
    }

    /** Where a value breaks a schema of the contract. */
    public List<String> validate(JsonNode schema, JsonNode value) {
        return compiled
                .computeIfAbsent(schema, this::compile)
                .validate(value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.toString() + " in " + value)
                .toList();
    }

    private Schema compile(JsonNode schema) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("allOf", JSON.createArrayNode().add(schema));
        whole.set("components", document.path("components"));
        return schemas.getSchema(whole);
    }

    /** The node, or what it refers to. */
    public JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }

    private static JsonNode read() {
        try (InputStream yaml = Contract.class.getResourceAsStream("/openapi.yaml")) {
            if (yaml == null) {
                throw new IllegalStateException("openapi.yaml is missing");
            }
            return new YAMLMapper().readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
