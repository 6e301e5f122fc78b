package dev.assistant.identity;

import java.time.InstantSource;

/** Ends one of somebody's own sessions, such as one on a lost device. Thread-safe. */
public final class EndSession {
    private final Sessions sessions;
    private final InstantSource clock;

    public EndSession(Sessions sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** @throws dev.assistant.failure.Failure.NotFound when there is none, it has ended, or it is somebody else's */
    public void end(UserId owner, SessionId session) {
        sessions.end(owner, session, clock.instant());
    }
}
