package dev.assistant.identity;

import java.time.Instant;
import java.time.InstantSource;

/** Exchanges a refresh token for the next pair of tokens. Thread-safe. */
public final class RefreshSession {
    private final Users users;
    private final Sessions sessions;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final InstantSource clock;

    public RefreshSession(
            Users users,
            Sessions sessions,
            AccessTokens accessTokens,
            RefreshTokens refreshTokens,
            InstantSource clock) {
        this.users = users;
        this.sessions = sessions;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.clock = clock;
    }

    /** @throws dev.assistant.failure.Failure.NotSignedIn when the token does not hold (any longer); see {@link Sessions} */
    public SignedIn refresh(RefreshToken used) {
        Instant now = clock.instant();
        RefreshToken successor = refreshTokens.next();
        Session session = sessions.rotate(used, successor, now);
        User user = users.byId(session.user());
        return new SignedIn(user, session.id(), accessTokens.issue(user, session.id(), now), successor);
    }
}
