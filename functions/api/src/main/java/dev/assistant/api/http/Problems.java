package dev.assistant.api.http;

import dev.assistant.failure.Failure;
import java.time.Duration;
import java.util.List;

/** The one place where failures become HTTP. */
final class Problems {
    private Problems() {}

    static Problem of(Failure failure) {
        String detail = failure.explanation();
        return switch (failure) {
            case Failure.Malformed malformed -> new Problem(400, "malformed", "Unreadable request", detail);
            case Failure.NotSignedIn refused ->
                new Problem(401, "not-signed-in", "Not signed in", detail)
                        .with("WWW-Authenticate", "Bearer realm=\"development-assistant\"");
            case Failure.Forbidden forbidden -> new Problem(403, "forbidden", "Not allowed", detail);
            case Failure.NotFound missing -> new Problem(404, "not-found", "Not found", detail);
            case Failure.Conflict conflict -> new Problem(409, "conflict", "Not possible now", detail);
            case Failure.TooLarge large -> new Problem(413, "too-large", "Too large", detail);
            case Failure.Invalid invalid -> new Problem(422, "invalid", "Invalid input", detail).with(invalid.errors());
            case Failure.LimitReached limit ->
                limit.usedUp()
                        .map(quota -> new Problem(429, "quota-used-up", "Quota used up", detail).with(quota))
                        .orElseGet(() -> new Problem(429, "limit-reached", "Too many requests", detail))
                        .with("Retry-After", seconds(limit.retryAfter()));
            case Failure.Unavailable down ->
                new Problem(503, "unavailable", "Temporarily unavailable", detail)
                        .with("Retry-After", seconds(down.retryAfter()));
        };
    }

    static Problem unknownPath() {
        return new Problem(
                404,
                "not-found",
                "Not found",
                "The API has no such path. " + Routes.ROOT + "/docs lists the ones that it has.");
    }

    static Problem wrongMethod(String method, String allowed) {
        return new Problem(
                        405,
                        "method-not-allowed",
                        "Method not allowed",
                        "This path does not take " + method + ". Use one of: " + allowed + ".")
                .with("Allow", allowed);
    }

    static Problem wrongMediaType() {
        return new Problem(
                        415,
                        "unsupported-media-type",
                        "Unsupported media type",
                        "Send the body as JSON, with Content-Type: application/json.")
                .with("Accept-Post", "application/json");
    }

    static Problem notAcceptable(List<String> offered) {
        return new Problem(
                406,
                "not-acceptable",
                "No such form",
                "The answer comes as one of: " + String.join(", ", offered) + ". Name one of them in Accept.");
    }

    static Problem defect() {
        return new Problem(
                500,
                "internal",
                "Internal error",
                "This is a defect on our side. Try again; if it stays, report it with the request_id.");
    }

    /** Whole seconds, rounded up so that waiting them is enough. */
    static String seconds(Duration duration) {
        return Long.toString(Math.max(1, duration.plusMillis(999).toSeconds()));
    }
}
