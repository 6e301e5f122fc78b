package dev.assistant.adapters.postgres;

import dev.assistant.failure.Failure;
import dev.assistant.identity.UserId;
import dev.assistant.workflow.Approval;
import dev.assistant.workflow.Approvals;
import dev.assistant.workflow.Decision;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Lease;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions in {@code approvals}, and the jobs that wait for them. Thread-safe. */
public final class PostgresApprovals implements Approvals {
    private final Database database;
    private final PostgresJobs jobs;

    public PostgresApprovals(Database database) {
        this.database = database;
        this.jobs = new PostgresJobs(database);
    }

    @Override
    public boolean ask(Lease lease, Approval approval, Instant now) {
        return database.transaction(sql -> {
            if (!PostgresLeases.suspend(sql, lease)) {
                return false;
            }
            sql.sql("""
                            insert into approvals (execution_id, step, prompt, plan, plan_hash, asked_at, expires_at)
                            values (:id, :step, :prompt, :plan, :hash, :now, :expires)
                            """)
                    .param("id", lease.job().value())
                    .param("step", approval.step())
                    .param("prompt", StorableText.plain(approval.prompt()))
                    .param("plan", StorableText.plain(approval.plan()))
                    .param("hash", approval.planHash())
                    .param("now", Columns.time(now))
                    .param("expires", Columns.time(approval.expiresAt()))
                    .update();
            return true;
        });
    }

    @Override
    public Optional<Approval> of(JobId job, String step) {
        return database.query(sql -> sql.sql("select * from approvals where execution_id = :id and step = :step")
                .param("id", job.value())
                .param("step", step)
                .query(PostgresApprovals::approval)
                .optional());
    }

    @Override
    public Optional<Approval> last(UserId owner, JobId job) {
        return database.query(sql -> sql.sql("""
                        select a.*
                        from approvals a
                        join workflow_executions e on e.id = a.execution_id
                        where a.execution_id = :id and e.user_id = :owner
                        order by a.asked_at desc, a.step desc
                        limit 1
                        """)
                .param("id", job.value())
                .param("owner", owner.value())
                .query(PostgresApprovals::approval)
                .optional());
    }

    @Override
    public Job answer(UserId owner, JobId id, Decision decision, Optional<String> planHash, Instant now) {
        Job job = jobs.byId(owner, id);
        if (job.status() != JobStatus.AWAITING_APPROVAL) {
            throw notWaiting(job);
        }
        boolean isTaken = database.transaction(sql -> {
            int decided = decide(sql, owner, id, decision, planHash, now);
            if (decided > 0) {
                resume(sql, id);
                PostgresOutbox.add(sql, id, owner, now);
            }
            return decided > 0;
        });
        if (!isTaken) {
            throw refusal(jobs.byId(owner, id), last(owner, id), planHash);
        }
        return jobs.byId(owner, id);
    }

    /** Decides the open question of a job that waits; the job's row is locked, so that a cancellation comes before or after. */
    private static int decide(
            JdbcClient sql, UserId owner, JobId job, Decision decision, Optional<String> planHash, Instant now) {
        return sql.sql("""
                        with waiting as (
                            select id from workflow_executions
                            where id = :id and user_id = :owner and status = 'awaiting_approval'
                            for update)
                        update approvals a
                        set decision = :decision, comment = :comment, decided_at = :now
                        from waiting
                        where a.execution_id = waiting.id and a.decision is null and a.expires_at > :now
                          and (cast(:hash as text) is null or a.plan_hash = :hash)
                        """)
                .param("id", job.value())
                .param("owner", owner.value())
                .param("decision", decision.answer().name().toLowerCase(Locale.ROOT))
                .param("comment", decision.comment().map(StorableText::plain).orElse(null), Types.VARCHAR)
                .param("hash", planHash.orElse(null), Types.VARCHAR)
                .param("now", Columns.time(now))
                .update();
    }

    private static void resume(JdbcClient sql, JobId job) {
        sql.sql("update workflow_executions set status = 'queued' where id = :id and status = 'awaiting_approval'")
                .param("id", job.value())
                .update();
    }

    private static Failure.Conflict refusal(Job job, Optional<Approval> asked, Optional<String> planHash) {
        if (job.status() != JobStatus.AWAITING_APPROVAL || asked.isEmpty()) {
            return notWaiting(job);
        }
        boolean isAnother =
                planHash.filter(hash -> !hash.equals(asked.get().planHash())).isPresent();
        return new Failure.Conflict(
                isAnother
                        ? "The execution waits for a decision about another plan. Read it again, then decide."
                        : "The time to answer is over. The execution goes on as rejected.");
    }

    private static Failure.Conflict notWaiting(Job job) {
        String status = job.status().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Failure.Conflict("The execution is not waiting for an approval: it is " + status + ".");
    }

    @Override
    public List<Expired> expire(int most, Instant now) {
        return database.transaction(sql -> {
            List<Expired> expired = sql.sql("""
                            with due as (
                                select e.id, e.user_id, a.step
                                from approvals a
                                join workflow_executions e on e.id = a.execution_id
                                where a.decision is null and a.expires_at <= :now and e.status = 'awaiting_approval'
                                order by a.expires_at
                                limit :most
                                for update of e skip locked),
                            decided as (
                                update approvals a
                                set decision = 'expired', decided_at = :now
                                from due
                                where a.execution_id = due.id and a.step = due.step),
                            resumed as (
                                update workflow_executions e set status = 'queued' from due where e.id = due.id)
                            select id, user_id from due
                            """)
                    .param("now", Columns.time(now))
                    .param("most", most)
                    .query((row, number) ->
                            new Expired(new JobId(Columns.uuid(row, "id")), Columns.uuid(row, "user_id")))
                    .list();
            expired.forEach(one -> PostgresOutbox.add(sql, one.job(), new UserId(one.tenant()), now));
            return expired;
        });
    }

    private static Approval approval(ResultSet row, int number) throws SQLException {
        Optional<String> comment = Columns.findText(row, "comment");
        return new Approval(
                row.getString("step"),
                row.getString("prompt"),
                row.getString("plan"),
                row.getString("plan_hash"),
                Columns.time(row, "expires_at"),
                Columns.findText(row, "decision")
                        .map(answer -> new Decision(Decision.Answer.valueOf(answer.toUpperCase(Locale.ROOT)), comment)),
                Columns.findTime(row, "decided_at"));
    }
}
