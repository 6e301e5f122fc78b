package dev.assistant.api.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Turns openapi.yaml into what functions read without a YAML parser: the same document as JSON, its routes as lines, and a
 * page to read. Stops the build when an operation lacks what the edge needs to know.
 */
public final class ContractCompiler {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private ContractCompiler() {}

    /** Arguments: the contract, and the folder to write {@code contract/} into. */
    public static void main(String[] arguments) throws IOException {
        JsonNode contract = new YAMLMapper().readTree(Path.of(arguments[0]));
        Path folder = Files.createDirectories(Path.of(arguments[1]).resolve("contract"));
        Files.writeString(folder.resolve("openapi.json"), new JsonMapper().writeValueAsString(contract));
        Files.writeString(folder.resolve("routes.txt"), String.join("\n", routes(contract)) + "\n");
        Files.writeString(folder.resolve("docs.html"), new DocsPage(contract).html());
    }

    private static List<String> routes(JsonNode contract) {
        List<String> routes = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : contract.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    JsonNode security = operation.getValue().has("security")
                            ? operation.getValue().path("security")
                            : contract.path("security");
                    routes.add(route(path.getKey(), operation.getKey(), operation.getValue()) + " "
                            + credentials(security));
                }
            }
        }
        return routes;
    }

    private static String route(String path, String method, JsonNode operation) {
        return String.join(
                " ",
                method.toUpperCase(Locale.ROOT),
                path,
                word(operation, "operationId", path),
                word(operation, "x-function", path),
                word(operation, "x-scope", path),
                word(operation, "x-rate-class", path));
    }

    /** Whether API keys are among what an operation takes. */
    private static String credentials(JsonNode security) {
        boolean takesKeys = security.valueStream().anyMatch(way -> way.has("apiKey"));
        return security.isEmpty() || takesKeys ? "any" : "session";
    }

    private static String word(JsonNode operation, String key, String path) {
        String word = operation.path(key).asString("");
        if (!word.matches("[A-Za-z-]+")) {
            throw new IllegalStateException("an operation of " + path + " needs " + key);
        }
        return word;
    }
}
