package dev.assistant.identity;

import java.time.Instant;
import java.util.List;

/** The signed-in sessions and their refresh tokens. Thread-safe. */
public interface Sessions {
    /** Stores a session with its first refresh token. */
    void open(Session session, RefreshToken first, Instant now);

    /**
     * Exchanges a refresh token for its successor, atomically. A token used before is accepted again within
     * {@link Session#GRACE}; later it revokes the whole session, since somebody else has a copy.
     *
     * @throws dev.assistant.failure.Failure.NotSignedIn when the token is unknown, expired, reused or its session ended
     */
    Session rotate(RefreshToken used, RefreshToken successor, Instant now);

    /** Ends a session: its access and refresh tokens stop working at once. Unknown sessions are ignored. */
    void revoke(SessionId id, Instant now);

    /** The owner's sessions that can still be used, the latest sign-in first, at most {@code limit}. */
    List<OpenedSession> opened(UserId owner, int limit, Instant now);

    /**
     * Ends one of the owner's sessions.
     *
     * @throws dev.assistant.failure.Failure.NotFound when there is none, it has ended, or it is somebody else's
     */
    void end(UserId owner, SessionId id, Instant now);

    /** Whether the session has neither ended nor expired, and its account is active. */
    boolean isActive(SessionId id, Instant now);
}
