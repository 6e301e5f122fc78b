package dev.assistant.runtime.github;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How GitHub says that it was asked too often (its REST documentation, "Rate limits"). */
final class GitHubLimits {
    private static final Duration SECONDARY = Duration.ofMinutes(1);

    private GitHubLimits() {}

    /** How long to wait; empty when the answer is about something else. */
    static Optional<Duration> wait(HttpHeaders headers, int status, Instant now) {
        if (status != 403 && status != 429) {
            return Optional.empty();
        }
        Optional<Duration> asked = number(headers, "Retry-After").map(Duration::ofSeconds);
        if (asked.isPresent()) {
            return asked;
        }
        if (number(headers, "x-ratelimit-remaining").equals(Optional.of(0L))) {
            return number(headers, "x-ratelimit-reset")
                    .map(Instant::ofEpochSecond)
                    .map(reset -> Duration.between(now, reset))
                    .filter(Duration::isPositive)
                    .or(() -> Optional.of(SECONDARY));
        }
        return status == 429 ? Optional.of(SECONDARY) : Optional.empty();
    }

    private static Optional<Long> number(HttpHeaders headers, String name) {
        return headers.firstValue(name)
                .filter(text -> text.matches("\\d{1,12}"))
                .map(Long::valueOf);
    }
}
