package dev.assistant.adapters.postgres;

import dev.assistant.analytics.Totals;
import dev.assistant.analytics.UserTotals;
import dev.assistant.identity.UserId;
import dev.assistant.review.Severity;
import dev.assistant.workflow.JobStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Totals, counted over {@code workflow_executions} and {@code projects} when asked for. Thread-safe. */
public final class PostgresTotals implements Totals {
    private static final double MILLIS = 1000;

    private final Database database;

    public PostgresTotals(Database database) {
        this.database = database;
    }

    @Override
    public UserTotals of(UserId owner) {
        return database.query(sql -> sql.sql("""
                        select
                            count(*) filter (where status = 'queued') as queued,
                            count(*) filter (where status = 'running') as running,
                            count(*) filter (where status = 'awaiting_approval') as awaiting_approval,
                            count(*) filter (where status = 'completed') as completed,
                            count(*) filter (where status = 'failed') as failed,
                            count(*) filter (where status = 'cancelled') as cancelled,
                            count(*) filter (where status = 'completed' and metrics is not null) as reviews,
                            coalesce(sum(cast(metrics -> 'issue_counts' ->> 'critical' as bigint)), 0) as critical,
                            coalesce(sum(cast(metrics -> 'issue_counts' ->> 'high' as bigint)), 0) as high,
                            coalesce(sum(cast(metrics -> 'issue_counts' ->> 'medium' as bigint)), 0) as medium,
                            coalesce(sum(cast(metrics -> 'issue_counts' ->> 'low' as bigint)), 0) as low,
                            coalesce(sum(cast(metrics -> 'issue_counts' ->> 'info' as bigint)), 0) as info,
                            coalesce(sum(cost_usd), 0) as cost,
                            avg(duration_seconds) filter (where status = 'completed') as average_seconds,
                            max(created_at) as last_job_at,
                            (select count(*) from projects where user_id = :owner) as projects
                        from workflow_executions
                        where user_id = :owner
                        """)
                .param("owner", owner.value())
                .query(PostgresTotals::totals)
                .single());
    }

    private static UserTotals totals(ResultSet row, int number) throws SQLException {
        Map<JobStatus, Long> jobs = new EnumMap<>(JobStatus.class);
        for (JobStatus status : JobStatus.values()) {
            jobs.put(status, row.getLong(status.name().toLowerCase(Locale.ROOT)));
        }
        Map<Severity, Long> issues = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            issues.put(severity, row.getLong(severity.id()));
        }
        return new UserTotals(
                jobs,
                row.getLong("reviews"),
                issues,
                row.getLong("projects"),
                row.getBigDecimal("cost"),
                Optional.ofNullable((Double) row.getObject("average_seconds"))
                        .map(seconds -> Duration.ofMillis(Math.round(seconds * MILLIS))),
                Columns.findTime(row, "last_job_at"));
    }
}
