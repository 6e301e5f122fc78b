package dev.assistant.api.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON documents with one thing wrong. Not thread-safe. */
final class SpoiledJson {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int DEEP = 20_000;
    private static final int HUGE = 300_000;

    /** Texts that have hurt somebody before. */
    static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\u202eabc",
            "e\u0301\u0301\u0301",
            "\ufffe\uffff",
            "👩‍👩‍👧‍👦",
            "'; drop table users; --",
            "%' or 1=1 --",
            "\\",
            "../../etc/passwd",
            "%2e%2e%2f",
            "<script>alert(1)</script>",
            "${jndi:ldap://x}",
            "{{7*7}}",
            "null",
            "NaN",
            "-1",
            "1e9999",
            "2026-02-30T25:61:61Z",
            "+999999999-12-31T23:59:59Z",
            "0000-00-00",
            "00000000-0000-0000-0000-00000000000g",
            "1-1-1-1-1",
            "x".repeat(300),
            "é".repeat(2_000));

    private final RandomGenerator chance;

    SpoiledJson(RandomGenerator chance) {
        this.chance = chance;
    }

    /** The document with one value changed, removed or added; it may happen to fit its schema still. */
    JsonNode value(JsonNode document) {
        JsonNode spoiled = document.deepCopy();
        List<JsonNode> places = places(spoiled);
        if (places.isEmpty()) {
            return junk();
        }
        JsonNode place = pick(places);
        if (place instanceof ObjectNode object) {
            spoil(object);
        } else if (place instanceof ArrayNode array) {
            spoil(array);
        }
        return spoiled;
    }

    private void spoil(ObjectNode object) {
        List<String> names = object.properties().stream().map(Map.Entry::getKey).toList();
        if (names.isEmpty()) {
            object.set("unexpected", junk());
            return;
        }
        String name = pick(names);
        switch (chance.nextInt(4)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(pick(List.of("unexpected", name + "_", "__proto__", "")), junk());
            default -> object.set(name, junk());
        }
    }

    private void spoil(ArrayNode array) {
        if (array.isEmpty() || chance.nextBoolean()) {
            array.add(junk());
        } else {
            array.set(chance.nextInt(array.size()), junk());
        }
    }

    private JsonNode junk() {
        return switch (chance.nextInt(9)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.getNodeFactory().booleanNode(chance.nextBoolean());
            case 2 ->
                JSON.getNodeFactory().numberNode(pick(List.of(-1L, 0L, 1L << 31, Long.MAX_VALUE, Long.MIN_VALUE)));
            case 3 -> JSON.getNodeFactory().numberNode(pick(List.of(0.5, -0.0, 1e308, 4.9E-324)));
            case 4 -> JSON.createArrayNode().add("a").addNull().add(1);
            case 5 -> JSON.createObjectNode().put("a", 1);
            case 6 -> JSON.getNodeFactory().stringNode("x".repeat(HUGE));
            default -> JSON.getNodeFactory().stringNode(pick(TEXTS));
        };
    }

    /** Objects and lists of a document, itself first. */
    private static List<JsonNode> places(JsonNode node) {
        List<JsonNode> places = new ArrayList<>();
        if (node.isContainer()) {
            places.add(node);
            node.forEach(child -> places.addAll(places(child)));
        }
        return places;
    }

    /** The document as a text that is no JSON, or no object, or not to be read twice the same way. */
    String text(String document) {
        return switch (chance.nextInt(16)) {
            case 0 -> document.substring(0, chance.nextInt(document.length()));
            case 1 -> document + "}";
            case 2 -> document + document;
            case 3 -> "[" + document + "]";
            case 4 -> "[".repeat(DEEP) + "]".repeat(DEEP);
            case 5 -> "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP);
            case 6 -> document.replaceFirst("\\{", "{\"dup\":1,\"dup\":2,");
            case 7 -> "{\"a\":NaN}";
            case 8 -> "{'a':1}";
            case 9 -> "/* c */" + document;
            case 10 -> pick(List.of("null", "true", "\"text\"", "12", "1e400", "[]"));
            case 11 -> "{\"a\":\"\ud800\"" + document;
            case 12 -> "{\"a\":\"\n\"}";
            case 13 -> "{\"a\":1" + "0".repeat(2_000) + ",}";
            case 14 -> pick(List.of(" ", "\u0000", "<xml/>", "a=b&c=d", "\ufeff\ufeff{}"));
            default -> document.replaceFirst(":", "=");
        };
    }

    private <T> T pick(List<T> from) {
        return from.get(chance.nextInt(from.size()));
    }
}
