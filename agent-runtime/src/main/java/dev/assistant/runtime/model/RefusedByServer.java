package dev.assistant.runtime.model;

import dev.langchain4j.exception.HttpException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;

/** A server of the OpenAI protocol answered with an error. The library's own exception forgets when to come back. */
final class RefusedByServer extends HttpException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Duration> retryAfter;

    RefusedByServer(int status, String body, Optional<String> retryAfter) {
        super(status, body);
        this.retryAfter = retryAfter.flatMap(RefusedByServer::seconds);
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** A Retry-After header in seconds (RFC 9110, section 10.2.3); its other form, a date, is not used by these servers. */
    static Optional<Duration> seconds(String header) {
        try {
            double seconds = Double.parseDouble(header.strip());
            return seconds >= 0 && seconds < Integer.MAX_VALUE
                    ? Optional.of(Duration.ofMillis(Math.round(seconds * 1000)))
                    : Optional.empty();
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
