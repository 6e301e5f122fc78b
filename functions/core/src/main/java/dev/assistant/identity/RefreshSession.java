package dev.assistant.identity;

import java.time.Instant;
import java.time.InstantSource;

/** Exchanges a refresh token for the next pair of tokens. Thread-safe. */
public final class RefreshSession {
    private final Users users;
    private final Sessions sessions;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final AddressPolicy policy;
    private final InstantSource clock;

    public RefreshSession(
            Users users,
            Sessions sessions,
            AccessTokens accessTokens,
            RefreshTokens refreshTokens,
            AddressPolicy policy,
            InstantSource clock) {
        this.users = users;
        this.sessions = sessions;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * @throws dev.assistant.failure.Failure.NotSignedIn when the token does not hold (any longer); see {@link Sessions}
     * @throws dev.assistant.failure.Failure.Forbidden when the address has to be verified first
     */
    public SignedIn refresh(RefreshToken used) {
        Instant now = clock.instant();
        RefreshToken successor = refreshTokens.next();
        Session session = sessions.rotate(used, successor, now);
        User user = users.byId(session.user());
        policy.check(user);
        return new SignedIn(user, session.id(), accessTokens.issue(user, session.id(), now), successor);
    }
}
