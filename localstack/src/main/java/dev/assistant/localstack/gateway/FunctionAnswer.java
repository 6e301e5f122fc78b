package dev.assistant.localstack.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a function answers to a request (API Gateway developer guide, "Output format of a Lambda function for proxy
 * integration"). Keys may be missing or null: Spring Cloud Function writes nulls.
 */
record FunctionAnswer(int status, JsonNode headers, JsonNode multiValueHeaders, ByteBuffer body) {

    private static final Set<String> SET_BY_THE_SERVER = Set.of("connection", "content-length", "transfer-encoding");

    /** @throws Malformed when it has no status, or is not such an answer at all */
    static FunctionAnswer parse(byte[] json) {
        try {
            JsonNode answer = EventJson.JSON.readTree(json);
            JsonNode status = answer.path("statusCode");
            if (!status.isIntegralNumber()) {
                throw new Malformed("no statusCode", null);
            }
            String body = answer.path("body").asString("");
            return new FunctionAnswer(
                    status.intValue(),
                    answer.path("headers"),
                    answer.path("multiValueHeaders"),
                    ByteBuffer.wrap(
                            answer.path("isBase64Encoded").asBoolean(false)
                                    ? Base64.getDecoder().decode(body)
                                    : body.getBytes(StandardCharsets.UTF_8)));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new Malformed("not an answer to a request", e);
        }
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    void write(Response response, Callback callback) {
        response.setStatus(status);
        HttpFields.Mutable fields = response.getHeaders();
        headers.forEachEntry((name, value) -> {
            if (isOurs(name) && !value.isNull()) {
                fields.put(name, value.asString());
            }
        });
        multiValueHeaders.forEachEntry((name, values) -> {
            if (isOurs(name)) {
                fields.remove(name);
                values.forEach(value -> fields.add(name, value.asString()));
            }
        });
        response.write(true, body.slice(), callback);
    }

    private static boolean isOurs(String name) {
        return !SET_BY_THE_SERVER.contains(name.toLowerCase(Locale.ROOT));
    }

    /** A function answered something that is not an answer. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
