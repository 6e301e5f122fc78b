package dev.assistant.runtime.agent;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A structured answer that fits its schema.
 *
 * @param message what is said to people
 * @param done whether the speaker considers the work done
 */
record Answer(String json, String message, boolean done) {
    private static final JsonMapper JSON = new JsonMapper();

    static Answer of(String text) {
        String json = jsonIn(text);
        JsonNode answer = JSON.readTree(json);
        return new Answer(
                JSON.writeValueAsString(answer),
                answer.path("message").asString("").strip(),
                answer.path("done").asBoolean(false));
    }

    /** The object in a text: models that were only asked for JSON put it between fences and words. */
    static String jsonIn(String text) {
        int begin = text.indexOf('{');
        int end = text.lastIndexOf('}');
        return begin < 0 || end < begin ? text : text.substring(begin, end + 1);
    }
}
