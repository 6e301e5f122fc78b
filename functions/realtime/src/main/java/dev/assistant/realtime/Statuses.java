package dev.assistant.realtime;

import dev.assistant.failure.Failure;

/** The one place where failures become the status of a handshake. */
final class Statuses {
    private Statuses() {}

    static int of(Failure failure) {
        return switch (failure) {
            case Failure.Malformed malformed -> 400;
            case Failure.NotSignedIn refused -> 401;
            case Failure.Forbidden forbidden -> 403;
            case Failure.NotFound missing -> 404;
            case Failure.Conflict conflict -> 409;
            case Failure.TooLarge large -> 413;
            case Failure.Invalid invalid -> 422;
            case Failure.LimitReached limit -> 429;
            case Failure.Unavailable down -> 503;
        };
    }
}
