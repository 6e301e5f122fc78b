package dev.assistant.adapters.postgres;

import dev.assistant.failure.Failure;
import dev.assistant.identity.UserId;
import dev.assistant.review.Reviews.IdempotencyKey;
import dev.assistant.workflow.JobId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which job was made under which key, in {@code idempotency_keys}. A key lives as long as its job. */
final class IdempotencyKeys {
    private IdempotencyKeys() {}

    /**
     * The job made under the key.
     *
     * @throws Failure.Conflict when it was made by another request
     */
    static Optional<JobId> find(JdbcClient sql, UserId owner, IdempotencyKey key) {
        return sql.sql("""
                        select execution_id, request_hash
                        from idempotency_keys
                        where user_id = :owner and key = :key
                        """)
                .param("owner", owner.value())
                .param("key", StorableText.plain(key.value()))
                .query((row, number) ->
                        new Entry(new JobId(Columns.uuid(row, "execution_id")), row.getString("request_hash")))
                .optional()
                .map(entry -> entry.jobOf(key));
    }

    /** Takes the key for a job of the same transaction; false when it is taken. Waits for others who are taking it. */
    static boolean take(JdbcClient sql, UserId owner, IdempotencyKey key, JobId job, Instant now) {
        return sql.sql("""
                                insert into idempotency_keys (user_id, key, request_hash, execution_id, created_at)
                                values (:owner, :key, :hash, :job, :now)
                                on conflict (user_id, key) do nothing
                                """)
                        .param("owner", owner.value())
                        .param("key", StorableText.plain(key.value()))
                        .param("hash", key.requestHash())
                        .param("job", job.value())
                        .param("now", Columns.time(now))
                        .update()
                == 1;
    }

    private record Entry(JobId job, String requestHash) {
        JobId jobOf(IdempotencyKey key) {
            if (!requestHash.equals(key.requestHash())) {
                throw new Failure.Conflict(
                        "This Idempotency-Key was used for another request. Use a new key for a new request.");
            }
            return job;
        }
    }
}
