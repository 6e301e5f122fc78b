package dev.assistant.runtime.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An argument of a tool. The server refuses a call whose arguments are missing, unknown, of another type or out of range; ranges
 * also stand in the description, since clients drop them from the schemas that they show to models.
 *
 * @param schema JSON Schema of its value
 */
public record Input(String name, Map<String, Object> schema, boolean isRequired) {
    public Input {
        schema = Map.copyOf(schema);
    }

    /** A text of at least one character. */
    public static Input text(String name, String description, int longest) {
        return new Input(
                name,
                Map.of(
                        "type",
                        "string",
                        "description",
                        description + " At most " + longest + " characters.",
                        "minLength",
                        1,
                        "maxLength",
                        longest),
                true);
    }

    /** A whole number. */
    public static Input whole(String name, String description, int least, int most) {
        return new Input(
                name,
                Map.of(
                        "type",
                        "integer",
                        "description",
                        description + " " + least + " to " + most + ".",
                        "minimum",
                        least,
                        "maximum",
                        most),
                true);
    }

    /** A number, whole or not. */
    public static Input number(String name, String description, double least, double most) {
        return new Input(
                name,
                Map.of(
                        "type",
                        "number",
                        "description",
                        description + " " + least + " to " + most + ".",
                        "minimum",
                        least,
                        "maximum",
                        most),
                true);
    }

    /** True or false. */
    public static Input truth(String name, String description) {
        return new Input(name, Map.of("type", "boolean", "description", description), true);
    }

    /** One of some words. */
    public static Input oneOf(String name, String description, List<String> words) {
        return new Input(name, Map.of("type", "string", "description", description, "enum", List.copyOf(words)), true);
    }

    /** A list of texts. */
    public static Input texts(String name, String description, int most, int longest) {
        return new Input(
                name,
                Map.of(
                        "type",
                        "array",
                        "description",
                        description + " At most " + most + ", of at most " + longest + " characters each.",
                        "maxItems",
                        most,
                        "items",
                        Map.of("type", "string", "minLength", 1, "maxLength", longest)),
                true);
    }

    /** The same argument, which may be left out. */
    public Input optional() {
        return new Input(name, schema, false);
    }

    /** The same argument, which may be left out and then has this value. */
    public Input or(Object value) {
        Map<String, Object> with = new LinkedHashMap<>(schema);
        with.put("default", value);
        return new Input(name, with, false);
    }

    static Map<String, Object> schema(List<Input> inputs) {
        Map<String, Object> properties = new LinkedHashMap<>();
        inputs.forEach(input -> properties.put(input.name(), input.schema()));
        return Map.of(
                "type",
                "object",
                "properties",
                properties,
                "required",
                inputs.stream().filter(Input::isRequired).map(Input::name).toList(),
                "additionalProperties",
                false);
    }
}
