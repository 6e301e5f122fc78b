package dev.assistant.adapters.postgres;

import dev.assistant.workflow.JobId;
import dev.assistant.workflow.Lease;
import dev.assistant.workflow.Leases.Checkpoint;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What steps of jobs produced, in {@code job_checkpoints}. */
final class Checkpoints {
    private Checkpoints() {}

    /** Stores a checkpoint; 0 when the lease was lost. The row lock makes a claim wait, so none is stored under an old epoch. */
    static int store(JdbcClient sql, Lease lease, Checkpoint checkpoint, Instant now) {
        return sql.sql("""
                        with held as (
                            select id from workflow_executions
                            where id = :id and lease_epoch = :epoch and lease_owner is not null
                            for update)
                        insert into job_checkpoints (execution_id, step, content, created_at)
                        select id, :step, cast(:content as json), :now from held
                        on conflict (execution_id, step) do update set content = excluded.content
                        """)
                .param("id", lease.job().value())
                .param("epoch", lease.epoch())
                .param("step", checkpoint.step())
                .param("content", StorableText.plain(checkpoint.content()))
                .param("now", Columns.time(now))
                .update();
    }

    /** In the order in which their steps were first stored. */
    static List<Checkpoint> of(JdbcClient sql, JobId job) {
        return sql.sql("""
                        select step, content from job_checkpoints where execution_id = :id order by position
                        """)
                .param("id", job.value())
                .query((row, number) -> new Checkpoint(row.getString("step"), row.getString("content")))
                .list();
    }

    /**
     * Deletes what nobody needs once the job has ended. Turns of conversations stay, as its transcript; with them what tools
     * answered, what became of an upload or a repository, and what was posted: a retry goes on from these.
     */
    static int delete(JdbcClient sql, JobId job) {
        return sql.sql("""
                        delete from job_checkpoints
                        where execution_id = :id and step not like 'chat:%' and step not like 'tool:%'
                          and step not like 'posting:%' and step not in ('unpacked', 'repository')
                        """).param("id", job.value()).update();
    }
}
