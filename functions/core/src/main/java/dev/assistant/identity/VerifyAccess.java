package dev.assistant.identity;

import dev.assistant.failure.Failure;
import java.time.Instant;
import java.time.InstantSource;

/** Finds out who holds an access token. The session behind it must still stand, so that signing out works at once. Thread-safe. */
public final class VerifyAccess {
    private final AccessTokens tokens;
    private final Sessions sessions;
    private final InstantSource clock;

    public VerifyAccess(AccessTokens tokens, Sessions sessions, InstantSource clock) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** @throws Failure.NotSignedIn when the token does not hold or its session has ended */
    public Caller verify(String token) {
        Instant now = clock.instant();
        Caller caller = tokens.verify(token, now);
        if (!caller.session().map(session -> sessions.isActive(session, now)).orElse(false)) {
            throw new Failure.NotSignedIn("The session has ended. Sign in again.");
        }
        return caller;
    }
}
