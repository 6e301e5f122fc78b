package dev.assistant.identity;

import dev.assistant.id.Ids;
import java.time.Instant;

/** Opens a session for somebody who has proved who they are, in whichever way. Thread-safe. */
public final class OpenSession {
    private final Sessions sessions;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final Ids ids;

    public OpenSession(Sessions sessions, AccessTokens accessTokens, RefreshTokens refreshTokens, Ids ids) {
        this.sessions = sessions;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.ids = ids;
    }

    /** A new session with its first tokens. */
    public SignedIn open(User user, Client client, Instant now) {
        Session session = new Session(new SessionId(ids.next()), user.id(), client, now, now.plus(Session.LONGEST));
        RefreshToken refreshToken = refreshTokens.next();
        sessions.open(session, refreshToken, now);
        return new SignedIn(user, session.id(), accessTokens.issue(user, session.id(), now), refreshToken);
    }
}
