package dev.assistant.adapters.postgres;

import dev.assistant.identity.EmailAddress;
import dev.assistant.identity.JobNews;
import dev.assistant.notice.Notice;
import dev.assistant.notice.Notices;
import dev.assistant.workflow.JobId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What people are to be told: the states of their jobs that {@code notices} does not have yet. What somebody wants to be told
 * is named in {@code user_preferences} as in {@link dev.assistant.identity.Preferences}. Thread-safe.
 */
public final class PostgresNotices implements Notices {
    /** Older news is no news: nobody is flooded after an outage. */
    private static final Duration LATELY = Duration.ofDays(1);

    /** Jobs that began earlier are not looked at, so that a minute's run reads the end of an index only. */
    private static final Duration LONGEST_JOB = Duration.ofDays(7);

    private final Database database;

    public PostgresNotices(Database database) {
        this.database = database;
    }

    @Override
    public List<Notice> due(int limit, Instant now) {
        return database.query(sql -> sql.sql("""
                        select e.id, e.workflow_name, e.status, u.email, u.username
                        from user_preferences p
                        join users u on u.id = p.user_id
                        join workflow_executions e on e.user_id = u.id
                        where u.is_active
                          and u.email_verified
                          and e.created_at > :began
                          and (e.status = 'awaiting_approval' or e.completed_at > greatest(:lately, p.asked_at))
                          and p.notifications @> case e.status
                                when 'completed' then jsonb '{"review_completed": true}'
                                when 'failed' then jsonb '{"review_failed": true}'
                                when 'awaiting_approval' then jsonb '{"approval_required": true}'
                            end
                          and not exists (select from notices n where n.execution_id = e.id and n.news = e.status)
                        order by e.created_at, e.id
                        limit :limit
                        """)
                .param("began", Columns.time(now.minus(LONGEST_JOB)))
                .param("lately", Columns.time(now.minus(LATELY)))
                .param("limit", limit)
                .query(PostgresNotices::notice)
                .list());
    }

    @Override
    public void told(Notice notice, Instant now) {
        database.query(sql -> sql.sql("""
                        insert into notices (execution_id, news, told_at)
                        select id, :news, :now from workflow_executions where id = :job
                        on conflict do nothing
                        """)
                .param("job", notice.job().value())
                .param("news", notice.news().name().toLowerCase(Locale.ROOT))
                .param("now", Columns.time(now))
                .update());
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        return new Notice(
                new EmailAddress(row.getString("email")),
                row.getString("username"),
                new JobId(Columns.uuid(row, "id")),
                row.getString("workflow_name"),
                JobNews.valueOf(row.getString("status").toUpperCase(Locale.ROOT)));
    }
}
