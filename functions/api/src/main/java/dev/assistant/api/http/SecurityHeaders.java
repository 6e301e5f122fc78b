package dev.assistant.api.http;

/** Headers that every answer carries, unless its operation knows better. */
final class SecurityHeaders {
    private static final String TWO_YEARS = "max-age=63072000; includeSubDomains";

    private SecurityHeaders() {}

    static Answer on(Answer answer) {
        Answer safe = answer.with("X-Content-Type-Options", "nosniff")
                .with("Strict-Transport-Security", TWO_YEARS)
                .with("Referrer-Policy", "no-referrer");
        safe = safe.has("Cache-Control") ? safe : safe.with("Cache-Control", "no-store");
        return safe.has("Content-Security-Policy")
                ? safe
                : safe.with("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }
}
