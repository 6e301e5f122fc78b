package dev.assistant.adapters.postgres;

import dev.assistant.erasure.ClosedAccounts;
import dev.assistant.identity.UserId;
import dev.assistant.workflow.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Closed accounts: rows of {@code users} with {@code closed_at}, which hold nothing personal any more. Thread-safe. */
public final class PostgresClosedAccounts implements ClosedAccounts {
    private final Database database;

    public PostgresClosedAccounts(Database database) {
        this.database = database;
    }

    @Override
    public void close(UserId owner, Instant now) {
        database.transaction(sql -> {
            anonymise(sql, owner, now);
            PostgresSessions.revokeAll(sql, owner, Optional.empty(), now);
            sql.sql("delete from mailed_tokens where user_id = :owner")
                    .param("owner", owner.value())
                    .update();
            sql.sql("delete from identities where user_id = :owner")
                    .param("owner", owner.value())
                    .update();
            sql.sql("delete from link_tickets where user_id = :owner")
                    .param("owner", owner.value())
                    .update();
            sql.sql("delete from avatars where user_id = :owner")
                    .param("owner", owner.value())
                    .update();
            sql.sql("delete from api_keys where user_id = :owner")
                    .param("owner", owner.value())
                    .update();
            return sql.sql("""
                            update workflow_executions
                            set cancel_requested = true
                            where user_id = :owner and status in ('queued', 'running', 'awaiting_approval')
                            """).param("owner", owner.value()).update();
        });
    }

    private static void anonymise(JdbcClient sql, UserId owner, Instant now) {
        sql.sql("""
                        update users
                        set email = 'closed-' || id || '@closed.invalid', username = 'closed-' || id, password_hash = null,
                            full_name = null, avatar_url = null, oauth_provider = null, oauth_id = null,
                            is_active = false, email_verified = false, updated_at = :now, closed_at = :now
                        where id = :owner and closed_at is null
                        """)
                .param("owner", owner.value())
                .param("now", Columns.time(now))
                .update();
    }

    @Override
    public List<UserId> pending(int limit) {
        return database.query(sql -> sql.sql("""
                        select id from users where closed_at is not null order by closed_at, id limit :limit
                        """)
                .param("limit", limit)
                .query((row, number) -> new UserId(Columns.uuid(row, "id")))
                .list());
    }

    @Override
    public List<JobId> jobs(UserId owner, int limit) {
        return database.query(sql -> sql.sql("""
                        select e.id
                        from workflow_executions e
                        join users u on u.id = e.user_id
                        where e.user_id = :owner and u.closed_at is not null
                        order by e.created_at desc, e.id desc
                        limit :limit
                        """)
                .param("owner", owner.value())
                .param("limit", limit)
                .query((row, number) -> new JobId(Columns.uuid(row, "id")))
                .list());
    }

    @Override
    public void deleteJobs(UserId owner, List<JobId> jobs) {
        database.query(sql -> sql.sql("""
                        delete from workflow_executions e
                        using users u
                        where e.user_id = :owner and u.id = e.user_id and u.closed_at is not null
                          and e.id = any(:jobs)
                        """)
                .param("owner", owner.value())
                .param("jobs", jobs.stream().map(JobId::value).toArray(UUID[]::new))
                .update());
    }

    @Override
    public void delete(UserId owner) {
        database.query(sql -> sql.sql("delete from users where id = :owner and closed_at is not null")
                .param("owner", owner.value())
                .update());
    }
}
