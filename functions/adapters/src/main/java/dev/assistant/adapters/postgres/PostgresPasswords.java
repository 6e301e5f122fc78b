package dev.assistant.adapters.postgres;

import dev.assistant.identity.Passwords;
import dev.assistant.identity.SessionId;
import dev.assistant.identity.UserId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

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
            if (kept.isEmpty()) {
                deleteKeysOfUnverified(sql, owner);
            }
            return PostgresSessions.revokeAll(sql, owner, kept, now);
        });
    }

    private static void deleteKeysOfUnverified(JdbcClient sql, UserId owner) {
        sql.sql("""
                        delete from api_keys k
                        using users u
                        where k.user_id = :owner and u.id = k.user_id and not u.email_verified
                        """).param("owner", owner.value()).update();
    }
}
