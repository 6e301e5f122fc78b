package dev.assistant.adapters.postgres;

import dev.assistant.failure.Failure;
import dev.assistant.identity.UserId;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.Jobs;
import dev.assistant.workflow.TypicalDuration;
import dev.assistant.workflow.TypicalDuration.Basis;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Jobs as their owners see them, in {@code workflow_executions}. Thread-safe. */
public final class PostgresJobs implements Jobs {
    /** How many times larger or smaller code of a similar size may be. */
    private static final int SIMILAR = 3;

    private final Database database;

    public PostgresJobs(Database database) {
        this.database = database;
    }

    @Override
    public Job byId(UserId owner, JobId id) {
        return database.query(sql -> sql.sql("""
                                select id, user_id, project_id, workflow_name, produces, status, progress, step, error_message,
                                    cancel_requested, created_at, started_at, completed_at
                                from workflow_executions
                                where id = :id and user_id = :owner
                                """)
                        .param("id", id.value())
                        .param("owner", owner.value())
                        .query(JobRow::job)
                        .optional())
                .orElseThrow(() -> new Failure.NotFound("review"));
    }

    @Override
    public Cancelled requestCancel(UserId owner, JobId id, Instant now) {
        return database.query(sql -> sql.sql("""
                                update workflow_executions
                                set cancel_requested = true,
                                    status = case when status = 'running' then status else 'cancelled' end,
                                    step = case when status = 'running' then step else 'cancelled' end,
                                    completed_at = case when status = 'running' then null else coalesce(completed_at, :now) end
                                where id = :id and user_id = :owner and status not in ('completed', 'failed')
                                returning *, (select exists (
                                    select from approvals a where a.execution_id = workflow_executions.id and a.decision is null)) as waited
                                """)
                        .param("id", id.value())
                        .param("owner", owner.value())
                        .param("now", Columns.time(now))
                        .query((row, number) -> new Cancelled(
                                JobRow.job(row, number), row.getBoolean("waited") ? row.getLong("lease_epoch") : 0))
                        .optional())
                .orElseThrow(() -> tooLate(byId(owner, id)));
    }

    private static Failure.Conflict tooLate(Job job) {
        String status = job.status().name().toLowerCase(Locale.ROOT);
        return new Failure.Conflict("The review cannot be cancelled any more: it is " + status + ".");
    }

    @Override
    public Optional<TypicalDuration> typicalDuration(UserId owner, String workflow, OptionalLong bytes) {
        return database.query(sql -> (bytes.isEmpty()
                        ? Optional.<TypicalDuration>empty()
                        : median(sql, Basis.OWN, 3, workflow, Optional.of(owner), bytes)
                                .or(() -> median(sql, Basis.SIMILAR, 5, workflow, Optional.empty(), bytes)))
                .or(() -> median(sql, Basis.ANY, 5, workflow, Optional.empty(), OptionalLong.empty())));
    }

    private static Optional<TypicalDuration> median(
            JdbcClient sql, Basis basis, int fewest, String workflow, Optional<UserId> owner, OptionalLong bytes) {
        return sql.sql("""
                        select percentile_cont(0.5) within group (order by duration_seconds) as seconds, count(*) as runs
                        from (
                            select duration_seconds
                            from workflow_executions
                            where workflow_name = :workflow and status = 'completed' and duration_seconds is not null
                              and (cast(:owner as uuid) is null or user_id = :owner)
                              and (cast(:least as bigint) is null or source_bytes between :least and :most)
                            order by completed_at desc
                            limit 50
                        ) as latest
                        having count(*) >= :fewest
                        """)
                .param("workflow", workflow)
                .param("owner", owner.map(UserId::value).orElse(null), Types.OTHER)
                .param("least", bytes.isPresent() ? bytes.getAsLong() / SIMILAR : null, Types.BIGINT)
                .param("most", bytes.isPresent() ? bytes.getAsLong() * SIMILAR : null, Types.BIGINT)
                .param("fewest", fewest)
                .query((row, number) -> new TypicalDuration(
                        Duration.ofMillis(Math.round(row.getDouble("seconds") * 1000)), row.getInt("runs"), basis))
                .optional();
    }
}
