package dev.assistant.adapters.json;

import dev.assistant.failure.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A JSON Schema (draft 2020-12), as far as this product's own schemas use it: {@code type, enum, properties, required,
 * additionalProperties: false, items, oneOf} and the bounds of texts, lists and numbers. Other words in a schema are not
 * looked at. Thread-safe.
 */
public final class JsonSchema {
    private final JsonNode root;

    private JsonSchema(JsonNode root) {
        this.root = root;
    }

    /** @throws JacksonException when it is no JSON */
    public static JsonSchema of(String schema) {
        return new JsonSchema(WireJson.MAPPER.readTree(schema));
    }

    /** What keeps a value from fitting, in the order found; none when it fits. Fields are named as in {@code files[2].path}. */
    public List<FieldError> violations(String json) {
        try {
            return violations(WireJson.MAPPER.readTree(json));
        } catch (JacksonException e) {
            return List.of(new FieldError("", "is not JSON"));
        }
    }

    private List<FieldError> violations(JsonNode value) {
        List<FieldError> errors = new ArrayList<>();
        check(root, value, "", errors);
        return errors;
    }

    private static void check(JsonNode schema, JsonNode value, String path, List<FieldError> errors) {
        if (!hasType(schema.path("type"), value)) {
            errors.add(new FieldError(path, "must be " + types(schema.path("type"))));
            return;
        }
        if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(allowed -> allowed.equals(value))) {
            errors.add(new FieldError(path, "must be one of " + listed(schema.path("enum"))));
        }
        if (value.isString()) {
            checkText(schema, value.stringValue(), path, errors);
        } else if (value.isNumber()) {
            checkNumber(schema, value.doubleValue(), path, errors);
        } else if (value.isArray()) {
            checkList(schema, value, path, errors);
        } else if (value.isObject()) {
            checkObject(schema, value, path, errors);
        }
        if (schema.has("oneOf")) {
            long fitting = schema.path("oneOf")
                    .valueStream()
                    .filter(choice -> new JsonSchema(choice).violations(value).isEmpty())
                    .count();
            if (fitting != 1) {
                errors.add(new FieldError(path, "must have exactly one of " + choices(schema.path("oneOf"))));
            }
        }
    }

    private static void checkText(JsonNode schema, String text, String path, List<FieldError> errors) {
        int length = text.codePointCount(0, text.length());
        if (schema.has("minLength") && length < schema.path("minLength").intValue()) {
            errors.add(new FieldError(
                    path,
                    length == 0
                            ? "must not be empty"
                            : "must have at least " + schema.path("minLength") + " characters"));
        }
        if (schema.has("maxLength") && length > schema.path("maxLength").intValue()) {
            errors.add(new FieldError(path, "must have at most " + schema.path("maxLength") + " characters"));
        }
        if (schema.has("pattern")
                && !Pattern.compile(schema.path("pattern").stringValue())
                        .matcher(text)
                        .find()) {
            errors.add(new FieldError(path, "has not the form that is asked for"));
        }
    }

    private static void checkNumber(JsonNode schema, double number, String path, List<FieldError> errors) {
        if (schema.has("minimum") && number < schema.path("minimum").doubleValue()) {
            errors.add(new FieldError(path, "must be at least " + schema.path("minimum")));
        }
        if (schema.has("maximum") && number > schema.path("maximum").doubleValue()) {
            errors.add(new FieldError(path, "must be at most " + schema.path("maximum")));
        }
    }

    private static void checkList(JsonNode schema, JsonNode list, String path, List<FieldError> errors) {
        if (schema.has("minItems") && list.size() < schema.path("minItems").intValue()) {
            errors.add(new FieldError(path, "must have at least " + schema.path("minItems") + " entries"));
        }
        if (schema.has("maxItems") && list.size() > schema.path("maxItems").intValue()) {
            errors.add(new FieldError(path, "must have at most " + schema.path("maxItems") + " entries"));
            return;
        }
        if (schema.has("items")) {
            for (int n = 0; n < list.size(); n++) {
                check(schema.path("items"), list.get(n), path + "[" + n + "]", errors);
            }
        }
    }

    private static void checkObject(JsonNode schema, JsonNode object, String path, List<FieldError> errors) {
        JsonNode properties = schema.path("properties");
        for (JsonNode required : schema.path("required")) {
            if (!object.has(required.stringValue())) {
                errors.add(new FieldError(at(path, required.stringValue()), "is missing"));
            }
        }
        boolean isClosed = schema.path("additionalProperties").isBoolean()
                && !schema.path("additionalProperties").booleanValue();
        object.properties().forEach(field -> {
            if (properties.has(field.getKey())) {
                check(properties.path(field.getKey()), field.getValue(), at(path, field.getKey()), errors);
            } else if (isClosed) {
                errors.add(new FieldError(at(path, field.getKey()), "is not known"));
            }
        });
    }

    private static boolean hasType(JsonNode types, JsonNode value) {
        if (types.isMissingNode()) {
            return true;
        }
        return types.isArray()
                ? types.valueStream().anyMatch(type -> isA(type.stringValue(), value))
                : isA(types.stringValue(), value);
    }

    private static boolean isA(String type, JsonNode value) {
        return switch (type) {
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException("no such type in JSON: " + type);
        };
    }

    private static String types(JsonNode types) {
        return types.isArray()
                ? String.join(
                        " or ", types.valueStream().map(JsonNode::stringValue).toList())
                : types.stringValue();
    }

    private static String listed(JsonNode values) {
        return String.join(", ", values.valueStream().map(JsonNode::asString).toList());
    }

    private static String choices(JsonNode choices) {
        return String.join(
                " and ",
                choices.valueStream()
                        .flatMap(choice -> choice.path("required").valueStream())
                        .map(JsonNode::asString)
                        .toList());
    }

    private static String at(String path, String field) {
        return path.isEmpty() ? field : path + "." + field;
    }
}
