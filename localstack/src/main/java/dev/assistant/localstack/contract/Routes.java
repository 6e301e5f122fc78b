package dev.assistant.localstack.contract;

import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Which function answers which method of which path. As in the cloud, a method that a known path has not, and a path that
 * is a prefix of a known one, keep their own resource but go to the fallback function; anything else is
 * {@code /{proxy+}}. Immutable.
 */
public final class Routes {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    /** Methods with their functions; none for a prefix. */
    private final SortedMap<PathTemplate, Map<String, String>> resources;

    private Routes(SortedMap<PathTemplate, Map<String, String>> resources) {
        this.resources = resources;
    }

    /**
     * One operation of the contract.
     *
     * @param method in upper case
     * @param path the whole path, with parameters in braces
     */
    public record Operation(String method, String path, String function) {}

    /**
     * Where a request goes.
     *
     * @param resource the matched template
     * @param pathParameters as they stand in the path
     * @param function empty: the fallback
     */
    public record Match(String resource, Map<String, String> pathParameters, Optional<String> function) {}

    /** @throws RuntimeException when it is not OpenAPI in YAML, or an operation names no function */
    public static Routes read(InputStream openApi) {
        JsonNode document = new YAMLMapper().readTree(openApi);
        String base = basePath(document);
        SortedMap<PathTemplate, Map<String, String>> resources = new TreeMap<>();
        document.required("paths").forEachEntry((path, item) -> {
            prefixes(base + path)
                    .forEach(prefix -> resources.computeIfAbsent(new PathTemplate(prefix), key -> new HashMap<>()));
            item.forEachEntry((method, operation) -> {
                if (METHODS.contains(method)) {
                    resources
                            .computeIfAbsent(new PathTemplate(base + path), key -> new HashMap<>())
                            .put(
                                    method.toUpperCase(Locale.ROOT),
                                    operation.required("x-function").stringValue());
                }
            });
        });
        return new Routes(resources);
    }

    /** All operations, by path and method. */
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        resources.forEach((template, methods) -> methods.forEach(
                (method, function) -> operations.add(new Operation(method, template.text(), function))));
        operations.sort(Comparator.comparing(Operation::path).thenComparing(Operation::method));
        return operations;
    }

    /**
     * Finds the way for a request; there always is one.
     *
     * @param method in upper case
     * @param path as sent, without query
     */
    public Match match(String method, String path) {
        for (Map.Entry<PathTemplate, Map<String, String>> resource : resources.entrySet()) {
            Optional<Map<String, String>> parameters = resource.getKey().match(path);
            if (parameters.isPresent()) {
                return new Match(
                        resource.getKey().text(),
                        parameters.get(),
                        Optional.ofNullable(resource.getValue().get(method)));
            }
        }
        return new Match("/{proxy+}", Map.of("proxy", path.substring(1)), Optional.empty());
    }

    private static String basePath(JsonNode document) {
        String url = document.path("servers").path(0).path("url").asString("");
        String path = URI.create(url).getPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static List<String> prefixes(String path) {
        List<String> prefixes = new ArrayList<>();
        for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
            prefixes.add(path.substring(0, slash));
        }
        return prefixes;
    }
}
