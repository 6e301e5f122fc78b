package dev.assistant.adapters.postgres;

import dev.assistant.identity.MailedToken;
import dev.assistant.identity.MailedTokens;
import dev.assistant.identity.UserId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Mailed tokens, by hash, in {@code mailed_tokens}. Thread-safe. */
public final class PostgresMailedTokens implements MailedTokens {
    private final Database database;

    public PostgresMailedTokens(Database database) {
        this.database = database;
    }

    @Override
    public void issue(UserId owner, Purpose purpose, MailedToken token, Instant now) {
        database.query(sql -> sql.sql("""
                        insert into mailed_tokens (user_id, purpose, token_hash, created_at, expires_at)
                        values (:owner, :purpose, :hash, :now, :expires_at)
                        on conflict (user_id, purpose) do update
                        set token_hash = excluded.token_hash,
                            created_at = excluded.created_at,
                            expires_at = excluded.expires_at
                        """)
                .param("owner", owner.value())
                .param("purpose", name(purpose))
                .param("hash", token.hash())
                .param("now", Columns.time(now))
                .param("expires_at", Columns.time(now.plus(purpose.lifetime())))
                .update());
    }

    @Override
    public Optional<UserId> find(MailedToken token, Purpose purpose, Instant now) {
        return database.query(sql -> sql.sql("""
                        select t.user_id
                        from mailed_tokens t
                        join users u on u.id = t.user_id
                        where t.token_hash = :hash and t.purpose = :purpose and t.expires_at > :now and u.is_active
                        """)
                .param("hash", token.hash())
                .param("purpose", name(purpose))
                .param("now", Columns.time(now))
                .query((row, number) -> new UserId(Columns.uuid(row, "user_id")))
                .optional());
    }

    @Override
    public Optional<UserId> use(MailedToken token, Purpose purpose, Instant now) {
        return database.query(sql -> sql.sql("""
                        delete from mailed_tokens t
                        using users u
                        where t.token_hash = :hash and t.purpose = :purpose and t.expires_at > :now
                          and u.id = t.user_id and u.is_active
                        returning t.user_id
                        """)
                .param("hash", token.hash())
                .param("purpose", name(purpose))
                .param("now", Columns.time(now))
                .query((row, number) -> new UserId(Columns.uuid(row, "user_id")))
                .optional());
    }

    private static String name(Purpose purpose) {
        return purpose.name().toLowerCase(Locale.ROOT);
    }
}
