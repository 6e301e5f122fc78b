package dev.assistant.api.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an operation answers. Immutable.
 *
 * @param headers in order; Set-Cookie may come several times
 * @param contentType of the body; empty when there is none
 * @param body as text
 */
public record Answer(int status, List<Header> headers, Optional<String> contentType, String body) {
    private static final String JSON = "application/json";

    public Answer {
        headers = List.copyOf(headers);
    }

    /** A header line. */
    public record Header(String name, String value) {}

    /** A wire record, written as JSON. */
    public static Answer json(int status, Object document) {
        return jsonText(status, Json.write(document));
    }

    /** JSON that is written already. */
    public static Answer jsonText(int status, String json) {
        return text(status, JSON, json);
    }

    public static Answer text(int status, String contentType, String body) {
        return new Answer(status, List.of(), Optional.of(contentType), body);
    }

    public static Answer empty(int status) {
        return new Answer(status, List.of(), Optional.empty(), "");
    }

    /** The same with one more header. */
    public Answer with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Answer(status, more, contentType, body);
    }

    /** The same with more headers. */
    public Answer with(List<Header> added) {
        List<Header> more = new ArrayList<>(headers);
        more.addAll(added);
        return new Answer(status, more, contentType, body);
    }

    /** The same without its body, as a HEAD wants it. */
    Answer withoutBody() {
        return new Answer(status, headers, contentType, "");
    }

    boolean has(String name) {
        return headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
    }
}
