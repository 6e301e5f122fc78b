package dev.assistant.runtime.agent;

import dev.assistant.runtime.model.ModelRequest.AnswerSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The shapes in which agents answer, JSON Schemas that ship with the product. In each, {@code message} is what is said to
 * people, and {@code done} whether the speaker considers the work done.
 */
public final class AnswerSchemas {
    private static final String FOLDER = "/dev/assistant/definition/answers/";
    private static final JsonMapper JSON = new JsonMapper();

    private AnswerSchemas() {}

    /** @throws IllegalArgumentException when there is no such file in the product */
    public static AnswerSchema read(String name) {
        try (InputStream file = AnswerSchemas.class.getResourceAsStream(FOLDER + name + ".json")) {
            if (file == null) {
                throw new IllegalArgumentException("there is no answer " + FOLDER + name + ".json");
            }
            return new AnswerSchema(name, new String(file.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shape in which a manager names the next speaker. */
    public static AnswerSchema speaker(List<String> candidates) {
        ObjectNode schema = JSON.createObjectNode();
        schema.put("type", "object").put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("message").put("type", "string").put("maxLength", 2_000);
        ArrayNode names = properties.putObject("next").put("type", "string").putArray("enum");
        candidates.forEach(names::add);
        properties.putObject("done").put("type", "boolean");
        schema.putArray("required").add("message").add("next").add("done");
        return new AnswerSchema("speaker", JSON.writeValueAsString(schema));
    }
}
