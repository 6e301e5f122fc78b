package dev.assistant.adapters.postgres;

import dev.assistant.idempotency.IdempotencyKey;
import dev.assistant.identity.UserId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was created under which key, in {@code idempotency_keys}. A key lives as long as what it created: whoever deletes that
 * forgets the key in the same transaction.
 */
final class IdempotencyKeys {
    private IdempotencyKeys() {}

    /** What keys create. */
    enum Kind {
        JOB,
        PROJECT,
        API_KEY,
        UPLOAD;

        private String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The id of what was created under the key.
     *
     * @throws dev.assistant.failure.Failure.Conflict when it was created by another request
     */
    static Optional<UUID> find(JdbcClient sql, UserId owner, IdempotencyKey key, Kind kind) {
        return sql.sql("""
                        select kind, created_id, request_hash
                        from idempotency_keys
                        where user_id = :owner and key = :key
                        """)
                .param("owner", owner.value())
                .param("key", StorableText.plain(key.value()))
                .query((row, number) -> new Entry(
                        row.getString("kind"), Columns.uuid(row, "created_id"), row.getString("request_hash")))
                .optional()
                .map(entry -> entry.createdBy(key, kind));
    }

    /**
     * Takes the key for what the same transaction creates next; false when it is taken. Waits for others who are taking it, so
     * that a twin finds what the first one created.
     */
    static boolean take(JdbcClient sql, UserId owner, IdempotencyKey key, Kind kind, UUID created, Instant now) {
        return sql.sql("""
                                insert into idempotency_keys (user_id, key, request_hash, kind, created_id, created_at)
                                values (:owner, :key, :hash, :kind, :created, :now)
                                on conflict (user_id, key) do nothing
                                """)
                        .param("owner", owner.value())
                        .param("key", StorableText.plain(key.value()))
                        .param("hash", key.requestHash())
                        .param("kind", kind.column())
                        .param("created", created)
                        .param("now", Columns.time(now))
                        .update()
                == 1;
    }

    /** Forgets the key of what is being deleted. */
    static void forget(JdbcClient sql, UserId owner, UUID created) {
        sql.sql("delete from idempotency_keys where created_id = :created and user_id = :owner")
                .param("created", created)
                .param("owner", owner.value())
                .update();
    }

    private record Entry(String kind, UUID created, String requestHash) {
        UUID createdBy(IdempotencyKey key, Kind wanted) {
            if (!kind.equals(wanted.column()) || !requestHash.equals(key.requestHash())) {
                throw IdempotencyKey.taken();
            }
            return created;
        }
    }
}
