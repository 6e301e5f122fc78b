package dev.assistant.identity;

import java.time.Duration;
import java.time.Instant;

/** Issues and checks RS256 access tokens (RFC 7519, RFC 9068; SPEC section 3). Thread-safe. */
public interface AccessTokens {
    Duration LIFETIME = Duration.ofMinutes(15);

    /** A signed token with the key's id in its header, valid for {@link #LIFETIME}. */
    String issue(User user, SessionId session, Instant now);

    /**
     * Checks signature, algorithm, issuer, audience and times. Does not look whether the session still stands.
     *
     * @throws dev.assistant.failure.Failure.NotSignedIn when anything is off
     */
    Caller verify(String token, Instant now);
}
