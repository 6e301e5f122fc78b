package dev.assistant.adapters.postgres;

import dev.assistant.failure.Failure;
import dev.assistant.identity.Client;
import dev.assistant.identity.OpenedSession;
import dev.assistant.identity.RefreshToken;
import dev.assistant.identity.Session;
import dev.assistant.identity.SessionId;
import dev.assistant.identity.Sessions;
import dev.assistant.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions in {@code sessions} and their refresh tokens, by hash, in {@code refresh_tokens}. Thread-safe. */
public final class PostgresSessions implements Sessions {
    private final Database database;

    public PostgresSessions(Database database) {
        this.database = database;
    }

    @Override
    public void open(Session session, RefreshToken first, Instant now) {
        database.transaction(sql -> {
            sql.sql("""
                            insert into sessions (id, user_id, address, agent, created_at, expires_at)
                            values (:id, :user_id, :address, :agent, :created_at, :expires_at)
                            """)
                    .param("id", session.id().value())
                    .param("user_id", session.user().value())
                    .param("address", session.client().address())
                    .param("agent", StorableText.plain(session.client().agent()))
                    .param("created_at", Columns.time(session.createdAt()))
                    .param("expires_at", Columns.time(session.expiresAt()))
                    .update();
            return addToken(sql, session, first, now);
        });
    }

    @Override
    public Session rotate(RefreshToken used, RefreshToken successor, Instant now) {
        // The refusal is thrown after the commit, which must keep the revocation.
        return database.transaction(sql -> exchange(sql, used, successor, now))
                .orElseThrow(() -> new Failure.NotSignedIn("The session has ended. Sign in again."));
    }

    private static Optional<Session> exchange(JdbcClient sql, RefreshToken used, RefreshToken successor, Instant now) {
        Optional<Held> found = lock(sql, used, now);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Held held = found.get();
        if (held.usedAt().isPresent() && !now.isBefore(held.usedAt().get().plus(Session.GRACE))) {
            revoke(sql, held.session().id(), now);
            return Optional.empty();
        }
        sql.sql("update refresh_tokens set used_at = coalesce(used_at, :now) where token_hash = :hash")
                .param("hash", used.hash())
                .param("now", Columns.time(now))
                .update();
        addToken(sql, held.session(), successor, now);
        return Optional.of(held.session());
    }

    /** The token's session while both stand. The lock makes a second exchange of the token wait for the first. */
    private static Optional<Held> lock(JdbcClient sql, RefreshToken token, Instant now) {
        return sql.sql("""
                        select s.*, t.used_at
                        from refresh_tokens t
                        join sessions s on s.id = t.session_id
                        join users u on u.id = s.user_id
                        where t.token_hash = :hash
                          and t.expires_at > :now
                          and s.expires_at > :now
                          and s.revoked_at is null
                          and u.is_active
                        for update of t, s
                        """)
                .param("hash", token.hash())
                .param("now", Columns.time(now))
                .query(PostgresSessions::held)
                .optional();
    }

    private static int addToken(JdbcClient sql, Session session, RefreshToken token, Instant now) {
        Instant end = now.plus(Session.REFRESH_LIFETIME);
        return sql.sql("""
                        insert into refresh_tokens (token_hash, session_id, created_at, expires_at)
                        values (:hash, :session_id, :now, :expires_at)
                        """)
                .param("hash", token.hash())
                .param("session_id", session.id().value())
                .param("now", Columns.time(now))
                .param("expires_at", Columns.time(end.isBefore(session.expiresAt()) ? end : session.expiresAt()))
                .update();
    }

    @Override
    public void revoke(SessionId id, Instant now) {
        database.query(sql -> revoke(sql, id, now));
    }

    private static int revoke(JdbcClient sql, SessionId id, Instant now) {
        return sql.sql("update sessions set revoked_at = coalesce(revoked_at, :now) where id = :id")
                .param("id", id.value())
                .param("now", Columns.time(now))
                .update();
    }

    @Override
    public List<OpenedSession> opened(UserId owner, int limit, Instant now) {
        return database.query(sql -> sql.sql("""
                        select s.*, t.refreshed_at
                        from sessions s
                        cross join lateral (
                            select max(created_at) as refreshed_at
                            from refresh_tokens
                            where session_id = s.id and expires_at > :now) t
                        where s.user_id = :owner
                          and s.revoked_at is null
                          and s.expires_at > :now
                          and t.refreshed_at is not null
                        order by s.created_at desc, s.id desc
                        limit :limit
                        """)
                .param("owner", owner.value())
                .param("limit", limit)
                .param("now", Columns.time(now))
                .query((row, number) -> new OpenedSession(session(row), Columns.time(row, "refreshed_at")))
                .list());
    }

    @Override
    public void end(UserId owner, SessionId id, Instant now) {
        int ended = database.query(sql -> sql.sql("""
                        update sessions set revoked_at = :now
                        where id = :id and user_id = :owner and revoked_at is null and expires_at > :now
                        """)
                .param("id", id.value())
                .param("owner", owner.value())
                .param("now", Columns.time(now))
                .update());
        if (ended == 0) {
            throw new Failure.NotFound("session");
        }
    }

    /** Ends all sessions of an account but one, in somebody else's transaction. */
    static int revokeAll(JdbcClient sql, UserId owner, Optional<SessionId> kept, Instant now) {
        return sql.sql("""
                        update sessions set revoked_at = :now
                        where user_id = :owner and revoked_at is null and id is distinct from :kept
                        """)
                .param("owner", owner.value())
                .param("kept", kept.map(SessionId::value).orElse(null), Types.OTHER)
                .param("now", Columns.time(now))
                .update();
    }

    @Override
    public boolean isActive(SessionId id, Instant now) {
        return database.query(sql -> sql.sql("""
                        select exists (
                            select from sessions s
                            join users u on u.id = s.user_id
                            where s.id = :id and s.revoked_at is null and s.expires_at > :now and u.is_active)
                        """)
                .param("id", id.value())
                .param("now", Columns.time(now))
                .query(Boolean.class)
                .single());
    }

    private static Held held(ResultSet row, int number) throws SQLException {
        return new Held(session(row), Columns.findTime(row, "used_at"));
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                new SessionId(Columns.uuid(row, "id")),
                new UserId(Columns.uuid(row, "user_id")),
                new Client(row.getString("address"), row.getString("agent")),
                Columns.time(row, "created_at"),
                Columns.time(row, "expires_at"));
    }

    private record Held(Session session, Optional<Instant> usedAt) {}
}
