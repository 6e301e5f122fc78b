package dev.assistant.api.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client gets back. */
public record Reply(JsonNode event) {
    public int status() {
        return event.path("statusCode").asInt();
    }

    public String body() {
        return event.path("body").asString("");
    }

    public JsonNode json() {
        return new JsonMapper().readTree(body());
    }

    /** A field of the body as text, by JSON pointer. */
    public String text(String pointer) {
        return json().at(pointer).asString();
    }

    public List<String> headers(String name) {
        List<String> values = new ArrayList<>();
        event.path("multiValueHeaders").properties().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .forEach(header -> header.getValue().forEach(value -> values.add(value.asString())));
        return values;
    }

    public String header(String name) {
        return String.join(",", headers(name));
    }

    /** The line that sets a cookie. */
    public Optional<String> cookieLine(String name) {
        return headers("Set-Cookie").stream()
                .filter(line -> line.startsWith(name + "="))
                .findFirst();
    }

    public String cookie(String name) {
        return cookieLine(name)
                .map(line -> line.substring(name.length() + 1, line.indexOf(';')))
                .orElse("");
    }

    /** The fields that a problem complains about. */
    public List<String> complaintFields() {
        List<String> fields = new ArrayList<>();
        json().path("errors").forEach(error -> fields.add(error.path("field").asString()));
        return fields;
    }
}
