package dev.assistant.api.generated;

import dev.assistant.api.generated.GeneratedRequest.Standing;
import dev.assistant.api.harness.Contract;
import dev.assistant.api.harness.SchemaValues;
import dev.assistant.api.tenancy.Holdings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Requests to an operation, made from its schemas by chance: some as they should be, some with one thing wrong. */
final class RequestGenerator {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String JSON_TYPE = "application/json";
    private static final List<String> WRONG_TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/jsonx",
            "multipart/form-data; boundary=x",
            "application/x-www-form-urlencoded",
            ";;;",
            "json");
    private static final List<Map.Entry<String, List<String>>> HEADERS = List.of(
            Map.entry(
                    "Authorization",
                    List.of("", "Bearer", "Bearer a.b.c", "Basic YTpi", "Bearer " + "x".repeat(9_000))),
            Map.entry("X-API-Key", List.of("", "nonsense", "\u0000", "x".repeat(9_000))),
            Map.entry("Idempotency-Key", List.of("", " ", "ключ", "x".repeat(300), "a\u0000b")),
            Map.entry("Accept", List.of("", "application/xml", "*/*;q=x", "text/markdown", ",,,", "a/b/c")),
            Map.entry("If-None-Match", List.of("", "*", "\"x\"", "W/\"", "x".repeat(9_000))),
            Map.entry("Cookie", List.of("", "=", "__Host-access", "__Host-access=;;;=", "\u0000=\u0000")),
            Map.entry("Origin", List.of("", "null", "https://elsewhere.example", "://", "http://[")),
            Map.entry("X-Forwarded-For", List.of("", "nonsense", "1.2.3.4, , ::1")),
            Map.entry("User-Agent", List.of("", "é".repeat(3_000), "\u0000")));

    private final Contract contract;
    private final Holdings holdings;
    private final RandomGenerator chance;
    private final SchemaValues values;
    private final SpoiledJson spoiled;

    RequestGenerator(Contract contract, Holdings holdings, RandomGenerator chance) {
        this.contract = contract;
        this.holdings = holdings;
        this.chance = chance;
        this.values = new SchemaValues(contract, chance);
        this.spoiled = new SpoiledJson(chance);
    }

    /** One that the contract allows. */
    GeneratedRequest fitting(Contract.Described operation) {
        Map<String, String> query = new HashMap<>();
        for (JsonNode parameter : contract.parameters(operation, "query")) {
            String name = parameter.path("name").asString();
            if (!name.equals("cursor") && (parameter.path("required").asBoolean(false) || chance.nextBoolean())) {
                query.put(name, ownId(operation, name).orElseGet(() -> text(values.any(parameter.path("schema")))));
            }
        }
        return new GeneratedRequest(
                operation,
                path(operation),
                query,
                Map.of(),
                operation.takesJson() ? JSON_TYPE : "",
                operation.takesJson() ? JSON.writeValueAsString(body(operation)) : "",
                Standing.FITS,
                "as it should be");
    }

    /** One with one thing wrong. */
    GeneratedRequest spoiled(Contract.Described operation) {
        GeneratedRequest good = fitting(operation);
        List<Supplier<GeneratedRequest>> ways = new ArrayList<>(List.of(() -> withHeader(good)));
        if (operation.takesJson()) {
            ways.addAll(List.of(
                    () -> withValue(good),
                    () -> withValue(good),
                    () -> withValue(good),
                    () -> good.withBody(JSON_TYPE, spoiled.text(good.body()), Standing.OPEN, "no JSON"),
                    () -> good.withBody(pick(WRONG_TYPES), good.body(), Standing.BREAKS, "wrong media type")));
        }
        if (!contract.parameters(operation, "query").isEmpty()) {
            ways.addAll(List.of(() -> withQuery(good), () -> withQuery(good), () -> withQuery(good)));
        }
        if (!contract.parameters(operation, "path").isEmpty()) {
            ways.add(() -> withPath(good));
        }
        return pick(ways).get();
    }

    /** One for each field that a body may have, which is null there. */
    List<GeneratedRequest> withNulls(Contract.Described operation) {
        List<GeneratedRequest> requests = new ArrayList<>();
        for (String field :
                contract.resolve(operation.body()).path("properties").propertyNames()) {
            GeneratedRequest good = fitting(operation);
            JsonNode document = ((ObjectNode) JSON.readTree(good.body())).putNull(field);
            boolean fits = contract.validate(operation.body(), document).isEmpty();
            requests.add(good.withBody(
                    JSON_TYPE,
                    JSON.writeValueAsString(document),
                    fits ? Standing.FITS : Standing.BREAKS,
                    "null as " + field));
        }
        return requests;
    }

    private GeneratedRequest withValue(GeneratedRequest good) {
        JsonNode before = JSON.readTree(good.body());
        JsonNode document = chance.nextBoolean() ? spoiled.value(before) : withBoundBroken(good.operation(), before);
        boolean fits = contract.validate(good.operation().body(), document).isEmpty();
        return good.withBody(
                JSON_TYPE,
                JSON.writeValueAsString(document),
                fits ? Standing.OPEN : Standing.BREAKS,
                fits ? "unusual value" : "wrong value");
    }

    private JsonNode withBoundBroken(Contract.Described operation, JsonNode before) {
        List<Map.Entry<String, JsonNode>> properties = List.copyOf(
                contract.resolve(operation.body()).path("properties").properties());
        if (properties.isEmpty()) {
            return spoiled.value(before);
        }
        Map.Entry<String, JsonNode> property = pick(properties);
        return ((ObjectNode) before.deepCopy()).set(property.getKey(), values.beyond(property.getValue()));
    }

    private GeneratedRequest withHeader(GeneratedRequest good) {
        Map.Entry<String, List<String>> header = pick(HEADERS);
        return good.withHeaders(Map.of(header.getKey(), pick(header.getValue())), "unusual header");
    }

    private GeneratedRequest withQuery(GeneratedRequest good) {
        JsonNode parameter = pick(contract.parameters(good.operation(), "query"));
        String junk = chance.nextInt(4) == 0 ? "99999999999999999999" : pick(SpoiledJson.TEXTS);
        Map<String, String> query = new HashMap<>(good.query());
        query.put(parameter.path("name").asString(), junk);
        boolean isWrong = !couldBe(contract.resolve(parameter.path("schema")), junk)
                || (parameter.path("name").asString().equals("cursor") && !junk.isBlank());
        return good.withQuery(query, isWrong ? Standing.BREAKS : Standing.OPEN, "unusual query");
    }

    private GeneratedRequest withPath(GeneratedRequest good) {
        String path = good.operation().path();
        for (JsonNode parameter : contract.parameters(good.operation(), "path")) {
            String junk = chance.nextInt(3) == 0 ? UUID.randomUUID().toString() : pick(SpoiledJson.TEXTS);
            path = path.replace("{" + parameter.path("name").asString() + "}", junk.replaceAll("[/?#]", "_"));
        }
        return good.withPath(path, "unusual path");
    }

    /** Whether a text can stand for a value that the schema allows; unsure means yes. */
    private static boolean couldBe(JsonNode schema, String text) {
        if (schema.has("enum")) {
            return schema.path("enum")
                    .valueStream()
                    .anyMatch(value -> value.asString().equals(text));
        }
        if (schema.path("type").asString("").equals("integer")) {
            return text.matches("-?\\d{1,18}")
                    && Long.parseLong(text) >= schema.path("minimum").asLong(Long.MIN_VALUE)
                    && Long.parseLong(text) <= schema.path("maximum").asLong(Long.MAX_VALUE);
        }
        if (text.length() > schema.path("maxLength").asInt(Integer.MAX_VALUE)) {
            return false;
        }
        try {
            switch (schema.path("format").asString("")) {
                case "uuid" -> UUID.fromString(text);
                case "date" -> LocalDate.parse(text);
                case "date-time" -> Instant.parse(text);
                default -> {
                    return true;
                }
            }
            return true;
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return text.isEmpty();
        }
    }

    private String path(Contract.Described operation) {
        List<String> ids = holdings.inPath(operation);
        return holdings.path(operation, ids.isEmpty() ? "" : pick(ids));
    }

    /** Any body, with ids of one's own where it has ids. */
    private JsonNode body(Contract.Described operation) {
        JsonNode body = chance.nextInt(3) == 0 ? values.example(operation.body()) : values.any(operation.body());
        if (body instanceof ObjectNode object) {
            object = object.deepCopy();
            for (String name : List.copyOf(object.propertyNames())) {
                List<String> ids = object.path(name).isString() ? holdings.inField(operation, name) : List.of();
                if (!ids.isEmpty()) {
                    object.put(name, pick(ids));
                }
            }
            return object;
        }
        return body;
    }

    private Optional<String> ownId(Contract.Described operation, String name) {
        List<String> ids = holdings.inField(operation, name);
        return ids.isEmpty() ? Optional.empty() : Optional.of(pick(ids));
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? String.join(",", value.valueStream().map(JsonNode::asString).toList())
                : value.asString();
    }

    private <T> T pick(List<T> from) {
        return from.get(chance.nextInt(from.size()));
    }
}
