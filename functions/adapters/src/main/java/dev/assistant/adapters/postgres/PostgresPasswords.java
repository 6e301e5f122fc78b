package dev.assistant.adapters.postgres;

import dev.assistant.identity.Passwords;
import dev.assistant.identity.SessionId;
import dev.assistant.identity.UserId;
import java.time.Instant;
import java.util.Optional;

/** Password hashes in {@code users}, changed together with what they let in. Thread-safe. */
public final class PostgresPasswords implements Passwords {
    private final Database database;

    public PostgresPasswords(Database database) {
        this.database = database;
    }

    @Override
    public void change(UserId owner, String hash, Optional<SessionId> kept, Instant now) {
        database.transaction(sql -> {
            PostgresUsers.setPassword(sql, owner, hash, now);
            return PostgresSessions.revokeAll(sql, owner, kept, now);
        });
    }
}
