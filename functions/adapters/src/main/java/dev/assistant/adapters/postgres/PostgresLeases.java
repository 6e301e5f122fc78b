package dev.assistant.adapters.postgres;

import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Lease;
import dev.assistant.workflow.Leases;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Leases and states of jobs in {@code workflow_executions}, with their checkpoints. Every write of a worker
 * names its epoch, so one that lost its lease changes nothing. Thread-safe.
 */
public final class PostgresLeases implements Leases {
    private static final String TAKE = """
            update workflow_executions
            set status = 'running',
                started_at = coalesce(started_at, :now),
                lease_owner = :worker,
                lease_epoch = lease_epoch + 1,
                lease_until = :until,
                attempts = attempts + 1
            """;

    private final Database database;

    public PostgresLeases(Database database) {
        this.database = database;
    }

    @Override
    public Claim claim(JobId job, String worker, Instant now) {
        Statement named = new Statement(TAKE).then("""
                        where id = :id and (status = 'queued' or (status = 'running' and lease_until <= :now))
                        returning *
                        """).with("id", job.value());
        return take(named, worker, now).orElseGet(() -> database.query(sql -> standing(sql, job, now)));
    }

    @Override
    public Claim claimNext(JobId woken, String worker, Instant now) {
        Statement next = new Statement(TAKE)
                .then("where id = (")
                .then(WaitingJobs.next(woken))
                .then(") returning *");
        return take(next, worker, now).orElseGet(() -> claim(woken, worker, now));
    }

    private Optional<Claim> take(Statement statement, String worker, Instant now) {
        return database.query(sql -> statement
                .with("worker", worker)
                .with("now", Columns.time(now))
                .with("until", Columns.time(now.plus(Lease.LENGTH)))
                .on(sql)
                .query(PostgresLeases::granted)
                .optional());
    }

    /** How a job stands that cannot be claimed. */
    private static Claim standing(JdbcClient sql, JobId job, Instant now) {
        return sql.sql("select * from workflow_executions where id = :id")
                .param("id", job.value())
                .query((row, number) -> refusal(row, now))
                .optional()
                .orElseGet(Claim.Gone::new);
    }

    private static Claim refusal(ResultSet row, Instant now) throws SQLException {
        Job job = JobRow.job(row, 0);
        return switch (job.status()) {
            case COMPLETED, FAILED, CANCELLED -> new Claim.AlreadyEnded(job, row.getLong("lease_epoch"));
            case AWAITING_APPROVAL -> new Claim.Waits(job, row.getLong("lease_epoch"));
            case QUEUED, RUNNING ->
                new Claim.HeldElsewhere(Columns.findTime(row, "lease_until").orElse(now));
        };
    }

    private static Claim granted(ResultSet row, int number) throws SQLException {
        Job job = JobRow.job(row, number);
        Lease lease = new Lease(
                job.id(), row.getLong("lease_epoch"), row.getInt("attempts"), Columns.time(row, "lease_until"));
        return new Claim.Granted(lease, job);
    }

    @Override
    public Optional<Lease> renew(Lease lease, Instant now) {
        Instant until = now.plus(Lease.LENGTH);
        int renewed = database.query(sql ->
                under(lease, sql.sql("""
                                update workflow_executions
                                set lease_until = :until
                                where id = :id and lease_epoch = :epoch and lease_owner is not null
                                """)).param("until", Columns.time(until)).update());
        return renewed == 0
                ? Optional.empty()
                : Optional.of(new Lease(lease.job(), lease.epoch(), lease.attempt(), until));
    }

    @Override
    public void release(Lease lease, Instant now) {
        database.query(sql ->
                under(lease, sql.sql("""
                                update workflow_executions
                                set lease_owner = null, lease_until = :now
                                where id = :id and lease_epoch = :epoch and lease_owner is not null
                                """)).param("now", Columns.time(now)).update());
    }

    @Override
    public Set<JobId> cancelRequested(Collection<JobId> running) {
        if (running.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(database.query(sql -> sql.sql("""
                        select id from workflow_executions where id in (:ids) and cancel_requested
                        """)
                .param("ids", running.stream().map(JobId::value).toList())
                .query((row, number) -> new JobId(Columns.uuid(row, "id")))
                .list()));
    }

    @Override
    public void progress(Lease lease, int percent, String step, Instant now) {
        requireHeld(
                lease,
                database.query(sql -> under(lease, sql.sql("""
                                        update workflow_executions
                                        set progress = :percent, step = :step
                                        where id = :id and lease_epoch = :epoch and lease_owner is not null
                                        """))
                        .param("percent", percent)
                        .param("step", step)
                        .update()));
    }

    @Override
    public void checkpoint(Lease lease, Checkpoint checkpoint, Instant now) {
        requireHeld(lease, database.query(sql -> Checkpoints.store(sql, lease, checkpoint, now)));
    }

    @Override
    public List<Checkpoint> checkpoints(JobId job) {
        return database.query(sql -> Checkpoints.of(sql, job));
    }

    @Override
    public void end(Lease lease, JobStatus status, Optional<String> error, Instant now) {
        if (status != JobStatus.FAILED && status != JobStatus.CANCELLED) {
            throw new IllegalArgumentException("a job without results does not end as " + status);
        }
        database.transaction(sql -> end(sql, lease, status, error, now));
    }

    /** Ends a job in the transaction of whoever stores what came of it. */
    static int end(JdbcClient sql, Lease lease, JobStatus status, Optional<String> error, Instant now) {
        int ended = under(lease, sql.sql("""
                                update workflow_executions
                                set status = :status,
                                    error_message = :error,
                                    progress = case when :status = 'completed' then 100 else progress end,
                                    step = :status,
                                    completed_at = :now,
                                    duration_seconds = extract(epoch from :now - started_at),
                                    lease_owner = null,
                                    lease_until = null
                                where id = :id and lease_epoch = :epoch and lease_owner is not null
                                """))
                .param("status", status.name().toLowerCase(Locale.ROOT))
                .param("error", error.map(StorableText::plain).orElse(null), Types.VARCHAR)
                .param("now", Columns.time(now))
                .update();
        requireHeld(lease, ended);
        return Checkpoints.delete(sql, lease.job());
    }

    /**
     * Lets a job wait for a person, in the transaction of whoever stores what is asked.
     *
     * @return false when its cancellation was asked for
     */
    static boolean suspend(JdbcClient sql, Lease lease) {
        requireHeld(sql, lease);
        int suspended = under(lease, sql.sql("""
                                update workflow_executions
                                set status = 'awaiting_approval', step = 'awaiting_approval',
                                    lease_owner = null, lease_until = null
                                where id = :id and lease_epoch = :epoch and not cancel_requested
                                """)).update();
        return suspended > 0;
    }

    @Override
    public void attemptFailed(Lease lease, String error, Instant now) {
        database.query(sql -> under(lease, sql.sql("""
                                update workflow_executions
                                set last_error = :error, lease_owner = null, lease_until = :now
                                where id = :id and lease_epoch = :epoch and lease_owner is not null
                                """))
                .param("error", StorableText.plain(error))
                .param("now", Columns.time(now))
                .update());
    }

    @Override
    public Optional<Claim.AlreadyEnded> abandon(JobId job, String error, Instant now) {
        Claim outcome = database.transaction(sql -> {
            sql.sql("""
                            update workflow_executions
                            set status = 'failed',
                                error_message = :error,
                                step = 'failed',
                                completed_at = :now,
                                duration_seconds = extract(epoch from :now - coalesce(started_at, created_at)),
                                lease_owner = null,
                                lease_epoch = lease_epoch + 1,
                                lease_until = null
                            where id = :id and status not in ('completed', 'failed', 'cancelled')
                            """)
                    .param("id", job.value())
                    .param("error", StorableText.plain(error))
                    .param("now", Columns.time(now))
                    .update();
            Checkpoints.delete(sql, job);
            return standing(sql, job, now);
        });
        return outcome instanceof Claim.AlreadyEnded ended ? Optional.of(ended) : Optional.empty();
    }

    /**
     * Keeps the lease for the rest of the transaction.
     *
     * @throws LeaseLost when another worker has the job
     */
    static void requireHeld(JdbcClient sql, Lease lease) {
        boolean held = under(lease, sql.sql("""
                                select id
                                from workflow_executions
                                where id = :id and lease_epoch = :epoch and lease_owner is not null
                                for update
                                """)).query(UUID.class).optional().isPresent();
        requireHeld(lease, held ? 1 : 0);
    }

    private static StatementSpec under(Lease lease, StatementSpec statement) {
        return statement.param("id", lease.job().value()).param("epoch", lease.epoch());
    }

    private static void requireHeld(Lease lease, int changed) {
        if (changed == 0) {
            throw new LeaseLost(lease);
        }
    }
}
