package dev.assistant.adapters.postgres;

import dev.assistant.identity.UserId;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Jobs to be enqueued, in {@code outbox}. Thread-safe. */
public final class PostgresOutbox implements Outbox {
    private final Database database;

    public PostgresOutbox(Database database) {
        this.database = database;
    }

    /** Adds an entry in the transaction that stores its job. */
    static void add(JdbcClient sql, JobId job, UserId tenant, Instant now) {
        sql.sql("""
                        insert into outbox (execution_id, user_id, created_at) values (:job, :tenant, :now)
                        on conflict (execution_id) do update set created_at = excluded.created_at
                        """)
                .param("job", job.value())
                .param("tenant", tenant.value())
                .param("now", Columns.time(now))
                .update();
    }

    @Override
    public List<Entry> pending(Duration olderThan, int limit, Instant now) {
        return database.query(sql -> sql.sql("""
                        select execution_id, user_id
                        from outbox
                        where created_at < :before
                        order by created_at, execution_id
                        limit :limit
                        """)
                .param("before", Columns.time(now.minus(olderThan)))
                .param("limit", limit)
                .query((row, number) ->
                        new Entry(new JobId(Columns.uuid(row, "execution_id")), Columns.uuid(row, "user_id")))
                .list());
    }

    @Override
    public void sent(JobId job) {
        database.query(sql -> sql.sql("delete from outbox where execution_id = :job")
                .param("job", job.value())
                .update());
    }
}
