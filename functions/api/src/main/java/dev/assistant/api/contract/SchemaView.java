package dev.assistant.api.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Schemas as people read them: a type in a few words, an object as a table of its fields. */
final class SchemaView {
    private static final String[][] LIMITS = {
        {"minLength", "at least %s characters"},
        {"maxLength", "at most %s characters"},
        {"minItems", "at least %s items"},
        {"maxItems", "at most %s items"},
        {"minimum", "from %s"},
        {"maximum", "to %s"},
        {"pattern", "matches %s"},
        {"default", "default %s"}
    };

    private final References references;

    SchemaView(References references) {
        this.references = references;
    }

    /** A table of an object's fields; of anything else its type in a line. */
    String fields(JsonNode schema) {
        JsonNode object = references.resolve(schema);
        if (object.has("allOf")) {
            return String.join(
                    "", object.path("allOf").valueStream().map(this::fields).toList());
        }
        if (!object.has("properties")) {
            return "<p class=\"type\">" + type(object) + "</p>\n";
        }
        StringBuilder rows = new StringBuilder();
        for (Map.Entry<String, JsonNode> field : object.path("properties").properties()) {
            rows.append(row(field.getKey(), field.getValue(), isRequired(object, field.getKey())));
        }
        return "<table><thead><tr><th>Field</th><th>Type</th><th>Meaning</th></tr></thead><tbody>\n" + rows
                + "</tbody></table>\n";
    }

    /** One row: a field of an object, or a parameter. */
    String row(String name, JsonNode schema, boolean required) {
        JsonNode resolved = schema.has("$ref") ? references.resolve(schema) : schema;
        return "<tr><th scope=\"row\"><code>%s</code>%s</th><td>%s</td><td>%s</td></tr>\n"
                .formatted(
                        Html.escape(name),
                        required ? " <span class=\"required\">required</span>" : "",
                        type(schema),
                        meaning(resolved.path("description").asString(""), resolved));
    }

    private static boolean isRequired(JsonNode object, String field) {
        return object.path("required")
                .valueStream()
                .anyMatch(name -> name.asString().equals(field));
    }

    /** A description, and what restricts the values. */
    static String meaning(String description, JsonNode schema) {
        List<String> parts = new ArrayList<>();
        if (!description.isBlank()) {
            parts.add(Html.inline(description));
        }
        for (String[] limit : LIMITS) {
            if (schema.has(limit[0])) {
                String value = "<code>" + text(schema.path(limit[0])) + "</code>";
                parts.add("<span class=\"limit\">" + limit[1].formatted(value) + "</span>");
            }
        }
        return String.join(" · ", parts);
    }

    /** A schema's type, linked where it has a name. */
    String type(JsonNode schema) {
        if (schema.has("$ref")) {
            String name = References.name(schema);
            return "<a href=\"#schema-%s\">%s</a>".formatted(name, name);
        }
        if (schema.has("allOf")) {
            return String.join(
                    " with ",
                    schema.path("allOf")
                            .valueStream()
                            .map(part -> part.has("$ref") ? type(part) : "more fields")
                            .toList());
        }
        if (schema.has("oneOf")) {
            return String.join(
                    " or ", schema.path("oneOf").valueStream().map(this::type).toList());
        }
        if (schema.has("const")) {
            return "<code>" + text(schema.path("const")) + "</code>";
        }
        if (schema.has("enum")) {
            return String.join(
                    ", ",
                    schema.path("enum")
                            .valueStream()
                            .map(value -> "<code>" + text(value) + "</code>")
                            .toList());
        }
        return plainType(schema);
    }

    private String plainType(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return String.join(
                    " or ", type.valueStream().map(JsonNode::asString).toList());
        }
        if (type.asString("").equals("array")) {
            return "list of " + type(schema.path("items"));
        }
        String name = type.asString("anything");
        return Html.escape(
                schema.has("format") ? name + " (" + schema.path("format").asString() + ")" : name);
    }

    private static String text(JsonNode value) {
        return Html.escape(value.isString() ? value.asString() : value.toString());
    }
}
