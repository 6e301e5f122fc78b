package dev.assistant.api.http;

import dev.assistant.failure.Failure;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;

/** Reads a request's body as a JSON object, or says why it cannot. */
public final class JsonBody {
    /** A function takes events of 6 MB, in which a body is escaped (Lambda quotas). */
    static final int LARGEST_BYTES = 4 * 1024 * 1024;

    private JsonBody() {}

    /**
     * @throws Failure.TooLarge over 4 MB
     * @throws Failure.Malformed when it is no JSON; the message says where, and repeats nothing of it
     * @throws Failure.Invalid when it is JSON but no object
     */
    public static Fields read(Request request) {
        requireJson(request);
        requireSize(request.body());
        JsonNode root = parse(request.body());
        if (!root.isObject()) {
            throw new Failure.Invalid("body", "Send a JSON object.");
        }
        return Fields.of(root);
    }

    /** The same for a body that may be left out. */
    public static Optional<Fields> readIfSent(Request request) {
        return request.body().isEmpty() ? Optional.empty() : Optional.of(read(request));
    }

    private static void requireJson(Request request) {
        String type = request.header("content-type").orElse("");
        int parameters = type.indexOf(';');
        String media = parameters < 0 ? type : type.substring(0, parameters);
        if (!media.strip().toLowerCase(Locale.ROOT).equals("application/json")) {
            throw new Refused(Problems.wrongMediaType());
        }
    }

    private static void requireSize(String body) {
        // A character takes at most three bytes, so small bodies need not be encoded to be measured.
        if (body.length() > LARGEST_BYTES / 3 && body.getBytes(StandardCharsets.UTF_8).length > LARGEST_BYTES) {
            throw new Failure.TooLarge(
                    "A request's body may have 4 MB. Upload larger code: POST /api/v1/code-review/uploads.");
        }
    }

    private static JsonNode parse(String body) {
        if (body.isBlank()) {
            throw new Failure.Malformed("The body is empty. Send a JSON object.");
        }
        try {
            return Json.MAPPER.readTree(body);
        } catch (StreamConstraintsException e) {
            throw new Failure.Malformed("The body is nested too deeply" + at(e));
        } catch (JacksonException e) {
            throw new Failure.Malformed("The body is not valid JSON" + at(e));
        }
    }

    private static String at(JacksonException e) {
        return e.getLocation() == null
                ? "."
                : ": see line %d, column %d."
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }
}
