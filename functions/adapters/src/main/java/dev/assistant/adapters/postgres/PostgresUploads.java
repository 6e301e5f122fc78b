package dev.assistant.adapters.postgres;

import dev.assistant.adapters.postgres.IdempotencyKeys.Kind;
import dev.assistant.failure.Failure;
import dev.assistant.idempotency.IdempotencyKey;
import dev.assistant.identity.UserId;
import dev.assistant.review.Upload;
import dev.assistant.review.UploadId;
import dev.assistant.review.Uploads;
import dev.assistant.workflow.JobId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Announced uploads, in {@code uploads}. Thread-safe. */
public final class PostgresUploads implements Uploads {
    private final Database database;

    public PostgresUploads(Database database) {
        this.database = database;
    }

    @Override
    public Upload add(Upload upload, Optional<IdempotencyKey> key) {
        return database.transaction(sql -> {
            UUID id = upload.id().value();
            if (key.isPresent()
                    && !IdempotencyKeys.take(sql, upload.owner(), key.get(), Kind.UPLOAD, id, upload.createdAt())) {
                return IdempotencyKeys.find(sql, upload.owner(), key.get(), Kind.UPLOAD)
                        .flatMap(first -> find(sql, upload.owner(), first))
                        .map(Announced::upload)
                        .orElseThrow(() -> new Failure.Conflict(
                                "What this Idempotency-Key began has expired. Use a new key for a new upload."));
            }
            insert(sql, upload);
            return upload;
        });
    }

    private static void insert(JdbcClient sql, Upload upload) {
        sql.sql("""
                        insert into uploads (id, user_id, file_name, size_bytes, sha256, created_at, expires_at)
                        values (:id, :owner, :name, :size, :sha256, :created, :expires)
                        """)
                .param("id", upload.id().value())
                .param("owner", upload.owner().value())
                .param("name", upload.fileName())
                .param("size", upload.size())
                .param("sha256", upload.sha256().orElse(null), Types.VARCHAR)
                .param("created", Columns.time(upload.createdAt()))
                .param("expires", Columns.time(upload.expiresAt()))
                .update();
    }

    @Override
    public Announced byId(UserId owner, UploadId id) {
        return database.query(sql -> find(sql, owner, id.value())).orElseThrow(() -> new Failure.NotFound("upload"));
    }

    private static Optional<Announced> find(JdbcClient sql, UserId owner, UUID id) {
        return sql.sql("select * from uploads where id = :id and user_id = :owner")
                .param("id", id)
                .param("owner", owner.value())
                .query((row, number) -> new Announced(
                        upload(row), Columns.findUuid(row, "job_id").map(JobId::new)))
                .optional();
    }

    @Override
    public List<Upload> expired(Instant now, int most) {
        return database.query(sql -> sql.sql("""
                        select u.*
                        from uploads u
                        left join workflow_executions e on e.id = u.job_id
                        where u.expires_at <= :now
                          and (e.id is null or e.status in ('completed', 'failed', 'cancelled'))
                        order by u.expires_at
                        limit :most
                        """)
                .param("now", Columns.time(now))
                .param("most", most)
                .query((row, number) -> upload(row))
                .list());
    }

    @Override
    public void forget(Upload upload) {
        database.transaction(sql -> {
            IdempotencyKeys.forget(sql, upload.owner(), upload.id().value());
            return sql.sql("delete from uploads where id = :id and user_id = :owner")
                    .param("id", upload.id().value())
                    .param("owner", upload.owner().value())
                    .update();
        });
    }

    /**
     * Binds an upload to the review that the same transaction stores.
     *
     * @throws Failure.Conflict when it is another's
     */
    static void use(JdbcClient sql, Upload upload, JobId job) {
        int bound = sql.sql("""
                        update uploads set job_id = :job where id = :id and user_id = :owner and job_id is null
                        """)
                .param("job", job.value())
                .param("id", upload.id().value())
                .param("owner", upload.owner().value())
                .update();
        if (bound == 0) {
            throw Uploads.used();
        }
    }

    /** What a job's files come from. */
    static Optional<Upload> ofJob(JdbcClient sql, JobId job) {
        return sql.sql("select * from uploads where job_id = :job")
                .param("job", job.value())
                .query((row, number) -> upload(row))
                .optional();
    }

    private static Upload upload(ResultSet row) throws SQLException {
        return new Upload(
                new UploadId(Columns.uuid(row, "id")),
                new UserId(Columns.uuid(row, "user_id")),
                row.getString("file_name"),
                row.getLong("size_bytes"),
                Columns.findText(row, "sha256"),
                Columns.time(row, "created_at"),
                Columns.time(row, "expires_at"));
    }
}
