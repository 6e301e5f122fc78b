package dev.assistant.adapters.postgres;

import dev.assistant.failure.Failure;
import dev.assistant.identity.UserId;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.Jobs;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Jobs as their owners see them, in {@code workflow_executions}. Thread-safe. */
public final class PostgresJobs implements Jobs {
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
    public Optional<Duration> typicalDuration(String workflow) {
        return database.query(sql -> sql.sql("""
                                select percentile_cont(0.5) within group (order by duration_seconds)
                                from (
                                    select duration_seconds
                                    from workflow_executions
                                    where workflow_name = :workflow and status = 'completed' and duration_seconds is not null
                                    order by completed_at desc
                                    limit 50
                                ) as latest
                                having count(*) >= 5
                                """)
                        .param("workflow", workflow)
                        .query(Double.class)
                        .optional())
                .map(seconds -> Duration.ofMillis(Math.round(seconds * 1000)));
    }
}
