package dev.assistant.identity;

import java.time.InstantSource;

/** Ends a session, so that its tokens stop working at once. Thread-safe. */
public final class SignOut {
    private final Sessions sessions;
    private final InstantSource clock;

    public SignOut(Sessions sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    public void signOut(SessionId session) {
        sessions.revoke(session, clock.instant());
    }
}
