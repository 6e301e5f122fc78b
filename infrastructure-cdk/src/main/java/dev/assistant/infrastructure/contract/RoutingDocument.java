package dev.assistant.infrastructure.contract;

import dev.assistant.infrastructure.catalogue.Catalogue;
import dev.assistant.infrastructure.catalogue.CatalogueFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The contract as API Gateway takes it: OpenAPI 3.0.1, because its import refuses 3.1 (API Gateway developer guide, "Develop
 * REST APIs using OpenAPI"), and routes only: the functions check requests themselves, with messages that name the field.
 *
 * <p>Paths and methods that no operation has go to the catalogue's fallback function. So that it gets them all, every path and
 * every prefix of one has an any-method: API Gateway answers 403 by itself for a resource without a method.
 */
public final class RoutingDocument {
    private static final String ANY_METHOD = "x-amazon-apigateway-any-method";
    private static final String REST = "/{proxy+}";
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)\\+?}");

    private final Contract contract;
    private final Catalogue catalogue;
    private final Function<CatalogueFunction, Object> integrationUri;

    /** @param integrationUri API Gateway's address of a function, as a plain value or a CloudFormation intrinsic */
    public RoutingDocument(Contract contract, Catalogue catalogue, Function<CatalogueFunction, Object> integrationUri) {
        this.contract = contract;
        this.catalogue = catalogue;
        this.integrationUri = integrationUri;
    }

    /** The document as plain maps and lists, in the contract's order. */
    public Map<String, Object> body() {
        Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
        for (Operation operation : contract.operations()) {
            prefixes(operation.path()).forEach(prefix -> paths.computeIfAbsent(prefix, this::unrouted));
            paths.computeIfAbsent(operation.path(), this::unrouted)
                    .put(operation.method(), method(operation.path(), catalogue.function(operation.function())));
        }
        paths.put(REST, unrouted(REST));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("openapi", "3.0.1");
        body.put("info", Fields.of("title", contract.title(), "version", contract.version()));
        body.put("paths", paths);
        return body;
    }

    private Map<String, Object> unrouted(String path) {
        return Fields.of(ANY_METHOD, method(path, catalogue.fallback()));
    }

    private Map<String, Object> method(String path, CatalogueFunction function) {
        Map<String, Object> integration =
                Fields.of("type", "aws_proxy", "httpMethod", "POST", "uri", integrationUri.apply(function));
        Map<String, Object> method = new LinkedHashMap<>();
        List<Map<String, Object>> parameters = parameters(path);
        if (!parameters.isEmpty()) {
            method.put("parameters", parameters);
        }
        method.put("responses", Map.of());
        method.put("x-amazon-apigateway-integration", integration);
        return method;
    }

    private static List<Map<String, Object>> parameters(String path) {
        return PARAMETER
                .matcher(path)
                .results()
                .map((MatchResult name) -> Fields.of(
                        "name", name.group(1), "in", "path", "required", true, "schema", Fields.of("type", "string")))
                .toList();
    }

    /** {@code /api/v1/users} → {@code /api}, {@code /api/v1}. */
    private static List<String> prefixes(String path) {
        List<String> prefixes = new ArrayList<>();
        for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
            prefixes.add(path.substring(0, slash));
        }
        return prefixes;
    }
}
