package dev.assistant.adapters.postgres;

import dev.assistant.identity.UserId;
import dev.assistant.workflow.Admission;
import dev.assistant.workflow.JobId;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The queued jobs of {@code workflow_executions}: how many somebody may have, and whose turn it is (V25). */
final class WaitingJobs {
    private WaitingJobs() {}

    /**
     * The job whose turn it is, when the woken one waits; jobs that another worker is just claiming are left to it. The condition
     * is that of {@code workflow_executions_waiting_idx}.
     */
    static Statement next(JobId woken) {
        return new Statement("""
                select id
                from workflow_executions
                where (status = 'queued' or (status = 'running' and lease_owner is null and last_error is null))
                  and exists (
                    select from workflow_executions woken
                    where woken.id = :woken
                      and (woken.status = 'queued'
                           or (woken.status = 'running' and woken.lease_owner is null and woken.last_error is null)))
                order by start_tag, created_at, id
                limit 1
                for update skip locked
                """).with("woken", woken.value());
    }

    /**
     * The start tag of a new job: that of the job last started, or just before all that wait when those that run do not tell it
     * any more, and after its owner's open jobs.
     */
    static Statement startTag(UserId owner) {
        return new Statement("""
                select coalesce(greatest(
                    (select max(start_tag) from workflow_executions where status = 'running'),
                    (select min(start_tag) - 1 from workflow_executions
                     where status = 'queued' or (status = 'running' and lease_owner is null and last_error is null)),
                    (select max(start_tag) + 1 from workflow_executions
                     where user_id = :owner and status in ('queued', 'running'))), 0)
                """).with("owner", owner.value());
    }

    /**
     * In the transaction that stores a job, after {@link PostgresQuotas#countJob}, which lets submissions of one person wait for each
     * other.
     *
     * @throws dev.assistant.failure.Failure.LimitReached when as many are queued as may
     */
    static void requireRoomForOne(JdbcClient sql, UserId owner, Instant now) {
        int queued = sql.sql("select count(*) from workflow_executions where user_id = :owner and status = 'queued'")
                .param("owner", owner.value())
                .query(Integer.class)
                .single();
        Admission.requireRoomForOne(queued, now);
    }
}
