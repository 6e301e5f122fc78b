package dev.assistant.api.harness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values that schemas of the contract describe. A seed brings the same values again. Knows the keywords that the contract
 * uses, and stops at one that it does not know, so that a schema cannot go untested unnoticed. Not thread-safe.
 */
public final class SchemaValues {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_ITEMS = 3;
    private static final int LONGEST = 40;
    private static final int MOST_REPEATED = 200;
    private static final String LETTERS =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 _-.,:/äß漢字🦊\n\t\"'<>&;%$";
    /** A class of characters and how many, which is all that the contract's patterns are made of. */
    private static final Pattern SIMPLE = Pattern.compile("\\^\\[([^]]+)]\\{(\\d+)(?:,(\\d+))?}\\$");

    private final Contract contract;
    private final RandomGenerator chance;

    public SchemaValues(Contract contract, RandomGenerator chance) {
        this.contract = contract;
        this.chance = chance;
    }

    /** The schema's own example, or else any value with everything in it that may be. */
    public JsonNode example(JsonNode schema) {
        JsonNode resolved = contract.resolve(schema);
        return resolved.path("examples").isArray() ? resolved.path("examples").path(0) : any(schema);
    }

    /** Any value, within reasonable sizes. */
    public JsonNode any(JsonNode reference) {
        JsonNode schema = contract.resolve(reference);
        if (schema.has("const")) {
            return schema.path("const");
        }
        if (schema.has("enum")) {
            return pick(schema.path("enum").valueStream().toList());
        }
        for (String either : List.of("oneOf", "anyOf")) {
            if (schema.has(either) && !schema.has("properties")) {
                return any(pick(schema.path(either).valueStream().toList()));
            }
        }
        if (schema.has("allOf")) {
            ObjectNode all = JSON.createObjectNode();
            schema.path("allOf").forEach(part -> all.setAll((ObjectNode) any(part)));
            return all;
        }
        return ofType(schema);
    }

    /** A value just outside what the schema allows, where it has a bound; else null, which few schemas allow. */
    public JsonNode beyond(JsonNode reference) {
        JsonNode schema = contract.resolve(reference);
        if (schema.has("enum")) {
            return JSON.getNodeFactory().stringNode(schema.path("enum").path(0).asString() + "_");
        }
        if (schema.has("maxLength") || schema.has("pattern")) {
            Matcher simple = SIMPLE.matcher(schema.path("pattern").asString(""));
            int most = schema.path("maxLength")
                    .asInt(simple.matches() ? Integer.parseInt(Objects.requireNonNullElse(simple.group(3), "0")) : 0);
            return JSON.getNodeFactory().stringNode("a".repeat(most + 1));
        }
        if (schema.has("maximum") && (chance.nextBoolean() || !schema.has("minimum"))) {
            return JSON.getNodeFactory().numberNode(schema.path("maximum").asLong() + 1);
        }
        if (schema.has("minimum")) {
            return JSON.getNodeFactory().numberNode(schema.path("minimum").asLong() - 1);
        }
        if (schema.has("items")) {
            JsonNode item = any(schema.path("items"));
            int most = Math.min(schema.path("maxItems").asInt(1), MOST_REPEATED);
            return JSON.createArrayNode().addAll(Collections.nCopies(most + 1, item));
        }
        return JSON.nullNode();
    }

    private JsonNode ofType(JsonNode schema) {
        JsonNode types = schema.path("type");
        String type = types.isArray() ? pick(types.valueStream().toList()).asString() : types.asString("object");
        return switch (type) {
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "string" -> JSON.getNodeFactory().stringNode(text(schema));
            case "integer" -> JSON.getNodeFactory().numberNode(number(schema));
            case "number" -> JSON.getNodeFactory().numberNode(number(schema) + (chance.nextBoolean() ? 0.5 : 0));
            case "boolean" -> JSON.getNodeFactory().booleanNode(chance.nextBoolean());
            case "null" -> JSON.nullNode();
            default -> throw new IllegalStateException("a type that is no type: " + type);
        };
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = JSON.createObjectNode();
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            if (required.contains(property.getKey()) || chance.nextInt(3) > 0) {
                object.set(property.getKey(), any(property.getValue()));
            }
        }
        return object;
    }

    private ArrayNode array(JsonNode schema) {
        int least = schema.path("minItems").asInt(0);
        int most = Math.min(schema.path("maxItems").asInt(MOST_ITEMS), Math.max(least, MOST_ITEMS));
        int size = chance.nextInt(least, most + 1);
        List<JsonNode> items = new ArrayList<>();
        while (items.size() < size) {
            JsonNode item = any(schema.path("items"));
            if (!schema.path("uniqueItems").asBoolean(false) || !items.contains(item)) {
                items.add(item);
            } else {
                size--;
            }
        }
        return JSON.createArrayNode().addAll(items);
    }

    private long number(JsonNode schema) {
        long least =
                schema.path("minimum").asLong(schema.path("exclusiveMinimum").asLong(-1) + 1);
        long most = schema.path("maximum").asLong(Math.max(least, 1000));
        return chance.nextInt(4) == 0 ? (chance.nextBoolean() ? least : most) : chance.nextLong(least, most + 1);
    }

    private String text(JsonNode schema) {
        if (schema.has("format")) {
            return formatted(schema.path("format").asString(), schema);
        }
        if (schema.has("pattern")) {
            return matching(schema);
        }
        int least = schema.path("minLength").asInt(0);
        int most = Math.min(schema.path("maxLength").asInt(LONGEST), Math.max(least, LONGEST));
        return letters(LETTERS, chance.nextInt(least, most + 1));
    }

    private String matching(JsonNode schema) {
        Matcher simple = SIMPLE.matcher(schema.path("pattern").asString());
        if (!simple.matches()) {
            if (schema.path("examples").isArray()) {
                return schema.path("examples").path(0).asString();
            }
            throw new IllegalStateException("give an example beside the pattern " + schema.path("pattern"));
        }
        Pattern allowed = Pattern.compile("[" + simple.group(1) + "]");
        String letters = LETTERS.chars()
                .filter(letter -> letter < 128)
                .mapToObj(Character::toString)
                .filter(allowed.asMatchPredicate())
                .reduce("", String::concat);
        int least = Integer.parseInt(simple.group(2));
        int most = simple.group(3) == null ? least : Math.min(Integer.parseInt(simple.group(3)), least + LONGEST);
        return letters(letters, chance.nextInt(least, most + 1));
    }

    private String formatted(String format, JsonNode schema) {
        String word = letters("abcdefghijklmnopqrstuvwxyz", 12);
        return switch (format) {
            case "uuid" -> new UUID(chance.nextLong(), chance.nextLong()).toString();
            case "email" -> word + "@example.com";
            case "uri" -> "https://example.com/" + word;
            case "date-time" ->
                Instant.ofEpochSecond(chance.nextLong(4_102_444_800L)).toString();
            case "date" ->
                Instant.ofEpochSecond(chance.nextLong(4_102_444_800L))
                        .toString()
                        .substring(0, 10);
            case "password" ->
                "A1" + letters(LETTERS, Math.max(schema.path("minLength").asInt(8), 12));
            default -> throw new IllegalStateException("no values for the format " + format);
        };
    }

    private String letters(String of, int length) {
        int[] all = of.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(all[chance.nextInt(all.length)]);
        }
        return text.toString();
    }

    private <T> T pick(List<T> from) {
        return from.get(chance.nextInt(from.size()));
    }
}
