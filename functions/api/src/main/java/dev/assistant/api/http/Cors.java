package dev.assistant.api.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets pages of allowed origins read answers (Fetch standard, section 3.2). */
final class Cors {
    private static final String TAKEN_HEADERS =
            "Authorization, Content-Type, Idempotency-Key, traceparent, X-API-Key, X-CSRF-Token";
    private static final String SHOWN_HEADERS =
            "ETag, Location, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After, X-Request-Id";
    private static final String PREFLIGHT_SECONDS = "600";

    private final Origins origins;

    Cors(Origins origins) {
        this.origins = origins;
    }

    /** What every answer carries. */
    List<Answer.Header> headers(Request request) {
        List<Answer.Header> headers = new ArrayList<>();
        headers.add(new Answer.Header("Vary", "Origin"));
        origins.allowed(request).ifPresent(origin -> {
            headers.add(new Answer.Header("Access-Control-Allow-Origin", origin));
            headers.add(new Answer.Header("Access-Control-Allow-Credentials", "true"));
            headers.add(new Answer.Header("Access-Control-Expose-Headers", SHOWN_HEADERS));
        });
        return headers;
    }

    /** Answers OPTIONS: what the path takes, and to allowed origins that they may send it. */
    Answer preflight(Request request, String methods) {
        Answer answer = Answer.empty(204).with("Allow", methods);
        Optional<String> asked = request.header("access-control-request-method");
        if (asked.isEmpty() || origins.allowed(request).isEmpty()) {
            return answer;
        }
        return answer.with("Access-Control-Allow-Methods", methods)
                .with("Access-Control-Allow-Headers", TAKEN_HEADERS)
                .with("Access-Control-Max-Age", PREFLIGHT_SECONDS);
    }
}
