package dev.assistant.runtime.agent;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
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
    /** Where an object may begin: what has more is no answer. */
    private static final int MOST_BRACES = 200;

    static Answer of(String text) {
        String json = jsonIn(text);
        JsonNode answer = JSON.readTree(json);
        return new Answer(
                JSON.writeValueAsString(answer),
                answer.path("message").asString("").strip(),
                answer.path("done").asBoolean(false));
    }

    /**
     * The longest object in a text: models that were only asked for JSON put it between fences and words, and the words may have
     * braces, too. The text itself when there is none.
     */
    static String jsonIn(String text) {
        String longest = "";
        int begin = text.indexOf('{');
        for (int tries = 0; begin >= 0 && tries < MOST_BRACES; tries++) {
            int end = endOfObject(text, begin);
            if (end - begin > longest.length()) {
                longest = text.substring(begin, end);
            }
            begin = text.indexOf('{', Math.max(end, begin + 1));
        }
        return longest.isEmpty() ? text : longest;
    }

    /** Where the object that begins there ends; there, too, when what begins is none. */
    private static int endOfObject(String text, int begin) {
        try (JsonParser parser = JSON.createParser(text.substring(begin))) {
            parser.nextToken();
            parser.skipChildren();
            return parser.currentToken() == JsonToken.END_OBJECT
                    ? begin + (int) parser.currentLocation().getCharOffset()
                    : begin;
        } catch (JacksonException e) {
            return begin;
        }
    }
}
