package dev.assistant.infrastructure;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The contract read a second time, by other code than the product's, to compare with. */
final class OpenApi {
    static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private OpenApi() {}

    /** {@code "POST /api/v1/auth/login"} → {@code "auth"}. */
    static Map<String, String> functionsByRoute() {
        JsonNode document = new YAMLMapper().readTree(Synthesis.CHECKOUT.contract());
        String base = document.get("servers").get(0).get("url").stringValue();
        Map<String, String> routes = new TreeMap<>();
        document.get("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    if (METHODS.contains(method)) {
                        routes.put(
                                route(method, base + path),
                                operation.get("x-function").stringValue());
                    }
                }));
        return routes;
    }

    static String route(String method, String path) {
        return method.toUpperCase(Locale.ROOT) + " " + path;
    }
}
