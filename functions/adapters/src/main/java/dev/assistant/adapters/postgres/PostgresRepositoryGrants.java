package dev.assistant.adapters.postgres;

import dev.assistant.identity.UserId;
import dev.assistant.repository.RepositoryGrant;
import dev.assistant.repository.RepositoryGrants;
import dev.assistant.repository.SealedGrant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;

/** Grants in {@code repository_grants}, tokens sealed. Thread-safe. */
public final class PostgresRepositoryGrants implements RepositoryGrants {
    private final Database database;

    public PostgresRepositoryGrants(Database database) {
        this.database = database;
    }

    @Override
    public Optional<RepositoryGrant> of(UserId owner) {
        return database.query(sql -> sql.sql("""
                        select granted_at, last_used_at, expires_at, refused_at
                        from repository_grants
                        where user_id = :owner
                        """)
                .param("owner", owner.value())
                .query((row, number) -> grant(row))
                .optional());
    }

    @Override
    public Optional<SealedGrant> sealed(UserId owner) {
        return database.query(sql -> sql.sql("""
                        select granted_at, last_used_at, expires_at, refused_at, sealed_token
                        from repository_grants
                        where user_id = :owner
                        """)
                .param("owner", owner.value())
                .query((row, number) -> new SealedGrant(grant(row), row.getString("sealed_token")))
                .optional());
    }

    @Override
    public void put(UserId owner, SealedGrant given) {
        database.query(sql -> sql.sql("""
                        insert into repository_grants (user_id, sealed_token, granted_at)
                        values (:owner, :sealed, :granted_at)
                        on conflict (user_id) do update
                        set sealed_token = excluded.sealed_token,
                            granted_at = excluded.granted_at,
                            last_used_at = null,
                            expires_at = null,
                            refused_at = null
                        """)
                .param("owner", owner.value())
                .param("sealed", given.sealed())
                .param("granted_at", Columns.time(given.grant().grantedAt()))
                .update());
    }

    @Override
    public void remove(UserId owner) {
        database.query(sql -> sql.sql("delete from repository_grants where user_id = :owner")
                .param("owner", owner.value())
                .update());
    }

    @Override
    public void recordUse(UserId owner, Instant grantedAt, Optional<Instant> expiresAt, Instant now) {
        database.query(sql -> sql.sql("""
                        update repository_grants
                        set last_used_at = :now, expires_at = :expires_at, refused_at = null
                        where user_id = :owner and granted_at = :granted_at
                        """)
                .param("owner", owner.value())
                .param("granted_at", Columns.time(grantedAt))
                .param("expires_at", expiresAt.map(Columns::time).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", Columns.time(now))
                .update());
    }

    @Override
    public void recordRefusal(UserId owner, Instant grantedAt, Instant now) {
        database.query(sql -> sql.sql("""
                        update repository_grants
                        set refused_at = :now
                        where user_id = :owner and granted_at = :granted_at
                        """)
                .param("owner", owner.value())
                .param("granted_at", Columns.time(grantedAt))
                .param("now", Columns.time(now))
                .update());
    }

    private static RepositoryGrant grant(ResultSet row) throws SQLException {
        return new RepositoryGrant(
                Columns.time(row, "granted_at"),
                Columns.findTime(row, "last_used_at"),
                Columns.findTime(row, "expires_at"),
                Columns.findTime(row, "refused_at"));
    }
}
