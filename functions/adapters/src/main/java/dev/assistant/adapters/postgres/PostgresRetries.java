package dev.assistant.adapters.postgres;

import dev.assistant.adapters.json.TurnJson;
import dev.assistant.adapters.postgres.IdempotencyKeys.Kind;
import dev.assistant.failure.Failure;
import dev.assistant.idempotency.IdempotencyKey;
import dev.assistant.identity.UserId;
import dev.assistant.trace.TraceContext;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.Retries;
import dev.assistant.workflow.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Retries in {@code workflow_executions}: rows of the first job are copied, code outside of the rows too, so that deleting one
 * leaves the other whole. Thread-safe.
 */
public final class PostgresRetries implements Retries {
    private final Database database;
    private final SourceStore store;

    public PostgresRetries(Database database, SourceStore store) {
        this.database = database;
        this.store = store;
    }

    @Override
    public JobId add(JobId retry, UserId owner, JobId of, List<Turn> turns, Optional<IdempotencyKey> key, Instant now) {
        return key.flatMap(known -> database.query(sql -> find(sql, owner, known)))
                .orElseGet(() -> addNew(new Copying(retry, owner, of, now), turns, key));
    }

    private JobId addNew(Copying copying, List<Turn> turns, Optional<IdempotencyKey> key) {
        List<PutAway> code = database.query(copying::putAway);
        List<String> copies = code.stream().map(PutAway::copy).toList();
        boolean isStored = false;
        try {
            SideBySide.map(code, this::copy);
            JobId job = database.transaction(sql -> {
                if (key.isPresent()
                        && !IdempotencyKeys.take(
                                sql, copying.owner, key.get(), Kind.JOB, copying.retry.value(), copying.now)) {
                    return find(sql, copying.owner, key.get()).orElseThrow();
                }
                copying.store(sql, turns, code);
                return copying.retry;
            });
            isStored = job.equals(copying.retry);
            return job;
        } finally {
            if (!isStored) {
                store.delete(copies);
            }
        }
    }

    private PutAway copy(PutAway code) {
        store.copy(code.key(), code.copy());
        return code;
    }

    private static Optional<JobId> find(JdbcClient sql, UserId owner, IdempotencyKey key) {
        return IdempotencyKeys.find(sql, owner, key, Kind.JOB).map(JobId::new);
    }

    @Override
    public Optional<JobId> retryOf(UserId owner, JobId job) {
        return database.query(sql -> sql.sql("""
                        select retry_of from workflow_executions
                        where id = :job and user_id = :owner and retry_of is not null
                        """)
                .param("job", job.value())
                .param("owner", owner.value())
                .query((row, number) -> new JobId(Columns.uuid(row, "retry_of")))
                .optional());
    }

    /** Code of a row that is in the source store, and where it is copied to. */
    private record PutAway(int ordinal, String key, String copy) {}

    private record Copying(JobId retry, UserId owner, JobId of, Instant now) {
        List<PutAway> putAway(JdbcClient sql) {
            return sql.sql("""
                            select r.ordinal, r.source_key
                            from code_reviews r
                            join workflow_executions e on e.id = r.execution_id
                            where e.id = :of and e.user_id = :owner and r.source_key is not null
                            """)
                    .param("of", of.value())
                    .param("owner", owner.value())
                    .query((row, number) -> new PutAway(
                            row.getInt("ordinal"),
                            row.getString("source_key"),
                            ReviewSources.key(owner, retry, row.getInt("ordinal"))))
                    .list();
        }

        void store(JdbcClient sql, List<Turn> turns, List<PutAway> code) {
            PostgresQuotas.countJob(sql, owner, now);
            WaitingJobs.requireRoomForOne(sql, owner, now);
            execution(sql);
            requireUnpacked(sql);
            code(sql, code);
            checkpoints(sql);
            turns(sql, turns);
            PostgresOutbox.add(sql, retry, owner, now);
        }

        private void execution(JdbcClient sql) {
            int added = sql.sql("""
                            insert into workflow_executions
                                (id, user_id, project_id, workflow_name, produces, status, input_data, source_bytes, created_at,
                                 start_tag, traceparent, retry_of)
                            select :retry, user_id, project_id, workflow_name, produces, 'queued', input_data, source_bytes, :now,
                                :startTag, cast(:traceparent as varchar), id
                            from workflow_executions
                            where id = :of and user_id = :owner and status in ('completed', 'failed', 'cancelled')
                            """)
                    .param("retry", retry.value())
                    .param("of", of.value())
                    .param("owner", owner.value())
                    .param("now", Columns.time(now))
                    .param(
                            "startTag",
                            WaitingJobs.startTag(owner)
                                    .on(sql)
                                    .query(Long.class)
                                    .single())
                    .param(
                            "traceparent",
                            TraceContext.current()
                                    .map(TraceContext::traceparent)
                                    .orElse(null))
                    .update();
            if (added == 0) {
                throw new Failure.NotFound("review");
            }
        }

        /** What was uploaded is gone from the store of uploads by the end of its job, whether it could be read or not. */
        private void requireUnpacked(JdbcClient sql) {
            boolean isUnread =
                    sql.sql("""
                            select exists (select from uploads where job_id = :of)
                                and not exists (select from job_checkpoints where execution_id = :of and step = 'unpacked')
                            """).param("of", of.value()).query(Boolean.class).single();
            if (isUnread) {
                throw new Failure.Conflict("What was uploaded could not be read, and is gone. Upload it again.");
            }
        }

        private void code(JdbcClient sql, List<PutAway> code) {
            sql.sql("""
                            insert into code_reviews
                                (id, execution_id, ordinal, code_content, source_key, language, file_path, focus_areas, created_at)
                            select gen_random_uuid(), :retry, r.ordinal, r.code_content, c.copy, r.language, r.file_path,
                                r.focus_areas, :now
                            from code_reviews r
                            left join unnest(cast(:ordinals as integer[]), cast(:copies as text[])) as c (ordinal, copy)
                                on c.ordinal = r.ordinal
                            where r.execution_id = :of
                            """)
                    .param("retry", retry.value())
                    .param("of", of.value())
                    .param("ordinals", code.stream().map(PutAway::ordinal).toArray(Integer[]::new))
                    .param("copies", code.stream().map(PutAway::copy).toArray(String[]::new))
                    .param("now", Columns.time(now))
                    .update();
        }

        /** What the files are and where they came from, and what tools answered, is as it was. */
        private void checkpoints(JdbcClient sql) {
            sql.sql("""
                            insert into job_checkpoints (execution_id, step, content, created_at)
                            select :retry, step, content, :now
                            from job_checkpoints
                            where execution_id = :of and step not like 'chat:%'
                            order by position
                            """)
                    .param("retry", retry.value())
                    .param("of", of.value())
                    .param("now", Columns.time(now))
                    .update();
        }

        private void turns(JdbcClient sql, List<Turn> turns) {
            List<String> steps = new ArrayList<>();
            List<String> contents = new ArrayList<>();
            turns.forEach(turn -> {
                steps.add(turn.checkpoint());
                contents.add(TurnJson.write(turn));
            });
            sql.sql("""
                            insert into job_checkpoints (execution_id, step, content, created_at)
                            select :retry, t.step, cast(t.content as json), :now
                            from unnest(cast(:steps as text[]), cast(:contents as text[])) with ordinality as t (step, content, n)
                            order by t.n
                            """)
                    .param("retry", retry.value())
                    .param("steps", steps.toArray(String[]::new))
                    .param("contents", contents.toArray(String[]::new))
                    .param("now", Columns.time(now))
                    .update();
        }
    }
}
