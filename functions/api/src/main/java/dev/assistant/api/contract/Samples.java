package dev.assistant.api.contract;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Example documents: the contract's own where it has some, else made from the schema. */
final class Samples {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Map<String, String> BY_FORMAT = Map.of(
            "uuid", "0199f3a2-7c41-7d30-9b6e-2f4c8a1d5e07",
            "date-time", "2026-01-15T09:30:12.104Z",
            "date", "2026-01-15",
            "email", "ada@example.com",
            "uri", "https://example.com/ada.png",
            "password", "Correct-horse-7");

    private final References references;

    Samples(References references) {
        this.references = references;
    }

    /** An example of a media type's content, indented. */
    String of(JsonNode media) {
        return JSON.writeValueAsString(media.has("example") ? media.path("example") : value(media.path("schema"), ""));
    }

    private JsonNode value(JsonNode reference, String name) {
        JsonNode schema = references.resolve(reference);
        if (schema.path("examples").isArray()) {
            return schema.path("examples").path(0);
        }
        for (String keyword : List.of("const", "default")) {
            if (schema.has(keyword)) {
                return schema.path(keyword);
            }
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        if (schema.has("oneOf")) {
            return value(schema.path("oneOf").path(0), name);
        }
        if (schema.has("allOf")) {
            ObjectNode all = JSON.createObjectNode();
            schema.path("allOf").forEach(part -> all.setAll((ObjectNode) value(part, name)));
            return all;
        }
        return ofType(schema, name);
    }

    private JsonNode ofType(JsonNode schema, String name) {
        JsonNode type = schema.path("type");
        return switch (type.isArray() ? type.path(0).asString() : type.asString("object")) {
            case "object" -> object(schema);
            case "array" -> array(schema, name);
            case "integer" ->
                JSON.getNodeFactory().numberNode(schema.path("minimum").asInt(1));
            case "number" ->
                JSON.getNodeFactory().numberNode(schema.path("minimum").asDouble(0.5));
            case "null" -> JSON.nullNode();
            case "boolean" -> JSON.getNodeFactory().booleanNode(true);
            default ->
                JSON.getNodeFactory()
                        .stringNode(BY_FORMAT.getOrDefault(schema.path("format").asString(""), name.replace('_', ' ')));
        };
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
            object.set(field.getKey(), value(field.getValue(), field.getKey()));
        }
        return object;
    }

    private ArrayNode array(JsonNode schema, String name) {
        ArrayNode array = JSON.createArrayNode();
        array.add(value(schema.path("items"), name));
        return array;
    }
}
