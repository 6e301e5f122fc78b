package dev.assistant.adapters.postgres;

import dev.assistant.operations.SystemFigures;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Counts what the tables and the server know. Signing in and renewing a token leave a refresh token behind. Thread-safe. */
public final class PostgresSystemFigures implements SystemFigures {
    private static final double MILLIS = 1000;

    private static final String FIGURES = """
            select
                (select count(*) from (
                    select s.user_id from refresh_tokens t join sessions s on s.id = t.session_id where t.created_at > :since
                    union
                    select user_id from api_keys where last_used_at > :since
                    union
                    select user_id from workflow_executions where created_at > :since
                ) as active) as active_users,
                (select count(*) from workflow_executions
                    where status in ('queued', 'running', 'awaiting_approval')) as open_jobs,
                (select coalesce(extract(epoch from :now - min(created_at)), 0) from workflow_executions
                    where status = 'queued') as waiting_seconds,
                (select count(*) from pg_stat_activity where datname = current_database()) as connections,
                current_setting('max_connections')::bigint as connection_limit,
                (select coalesce(sum(cost_usd), 0) from usage_days where day = cast(:now at time zone 'UTC' as date)) as model_usd
            """;

    private final Database database;

    public PostgresSystemFigures(Database database) {
        this.database = database;
    }

    @Override
    public Reading read(Instant now) {
        return database.query(sql -> sql.sql(FIGURES)
                .param("since", now.minus(ACTIVE).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Reading(
                        row.getLong("active_users"),
                        row.getLong("open_jobs"),
                        Duration.ofMillis(Math.max(0, Math.round(row.getDouble("waiting_seconds") * MILLIS))),
                        row.getLong("connections"),
                        row.getLong("connection_limit"),
                        row.getBigDecimal("model_usd")))
                .single());
    }
}
