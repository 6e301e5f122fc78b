package dev.assistant.runtime.github;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** When the token of a request ends, as GitHub says it in its answers, for instance {@code 2026-04-15 09:30:00 UTC}. */
final class GitHubExpiry {
    private static final String HEADER = "github-authentication-token-expiration";
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss [zzz][Z]", Locale.ROOT);

    private GitHubExpiry() {}

    /** Empty when the token has no end, or the answer does not tell it in a form that is known. */
    static Optional<Instant> of(HttpHeaders headers) {
        return headers.firstValue(HEADER).flatMap(GitHubExpiry::read);
    }

    private static Optional<Instant> read(String text) {
        try {
            return Optional.of(Instant.from(FORM.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
