package dev.assistant.localstack.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What the gateway answers by itself, before or instead of a function: the problems (RFC 9457) that the cloud's gateway is
 * told to answer, word for word. Nothing of the request is in them.
 */
enum Problem {
    TOO_LARGE(413, "Too large", "Send large input through an upload."),
    TIMED_OUT(504, "Timed out", "It took too long; try again in a moment."),
    INTERNAL(500, "Internal error", "Something went wrong on our side.");

    private final int status;
    private final String title;
    private final String detail;

    Problem(int status, String title, String detail) {
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    int status() {
        return status;
    }

    void write(Response response, String requestId, Callback callback) {
        String body = """
                {"type":"about:blank","title":"%s","status":%d,"detail":"%s","instance":"urn:uuid:%s","request_id":"%s"}""".formatted(title, status, detail, requestId, requestId);
        response.setStatus(status);
        response.getHeaders().put("Content-Type", "application/problem+json");
        if (this == TIMED_OUT) {
            response.getHeaders().put("Retry-After", "1");
        }
        response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
    }
}
