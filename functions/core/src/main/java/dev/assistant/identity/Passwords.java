package dev.assistant.identity;

import java.time.Instant;
import java.util.Optional;

/** The stored password hashes. Thread-safe. */
public interface Passwords {
    /**
     * Sets an account's password and ends its sessions, together: whoever knew the old one is out. Where no session stays and
     * the address was never verified, the API keys go as well: whoever made them has not shown that the account is theirs,
     * and whoever takes it over through their mail must not share it with them.
     *
     * @param kept the session that stays, because it made the change; empty when the mail's reader made it
     */
    void change(UserId owner, String hash, Optional<SessionId> kept, Instant now);
}
