package dev.assistant.identity;

import java.time.Instant;
import java.util.Optional;

/** The stored password hashes. Thread-safe. */
public interface Passwords {
    /**
     * Sets an account's password and ends its sessions, together: whoever knew the old one is out.
     *
     * @param kept the session that stays, because it made the change
     */
    void change(UserId owner, String hash, Optional<SessionId> kept, Instant now);
}
