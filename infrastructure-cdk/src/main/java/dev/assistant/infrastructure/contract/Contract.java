package dev.assistant.infrastructure.contract;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The API's OpenAPI document, as far as routing needs it. Every operation names the function that answers it in
 * {@code x-function}.
 */
public record Contract(String title, String version, List<Operation> operations) {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    public Contract {
        operations = List.copyOf(operations);
    }

    /**
     * Reads an OpenAPI 3 document in YAML.
     *
     * @throws RuntimeException when the file is missing, or an operation has no id or function
     */
    public static Contract read(Path file) {
        JsonNode document = new YAMLMapper().readTree(file);
        String base = basePath(document);
        List<Operation> operations = new ArrayList<>();
        document.required("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    if (METHODS.contains(method)) {
                        operations.add(new Operation(
                                base + path, method, text(operation, "operationId"), text(operation, "x-function")));
                    }
                }));
        JsonNode info = document.required("info");
        return new Contract(text(info, "title"), text(info, "version"), operations);
    }

    /** The path part of the first server, without a slash at the end. */
    private static String basePath(JsonNode document) {
        String url = document.path("servers").path(0).path("url").asString("");
        String path = URI.create(url).getPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static String text(JsonNode node, String key) {
        return node.required(key).stringValue();
    }
}
