package dev.assistant.adapters.postgres;

import dev.assistant.identity.UserId;
import dev.assistant.review.FocusArea;
import dev.assistant.review.Language;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.SourceFile;
import dev.assistant.workflow.JobId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Submitted files in {@code code_reviews}, one row each in the order submitted. When all together are large, their text is
 * in the source store and the rows only name it. Thread-safe.
 */
final class ReviewSources {
    static final int MOST_BYTES_IN_ROWS = 512 * 1024;

    private final SourceStore store;

    ReviewSources(SourceStore store) {
        this.store = store;
    }

    /** Puts large code away, before the transaction that names it. The keys are empty when the rows shall hold it. */
    List<String> putAway(ReviewRequest request) {
        List<SourceFile> files = request.files();
        long bytes = files.stream().mapToLong(SourceFile::bytes).sum();
        List<String> keys = new ArrayList<>();
        if (bytes > MOST_BYTES_IN_ROWS) {
            for (int n = 0; n < files.size(); n++) {
                String key = key(request.owner(), request.job(), n);
                store.put(key, StorableText.plain(files.get(n).content()));
                keys.add(key);
            }
        }
        return keys;
    }

    static String key(UserId owner, JobId job, int n) {
        return "sources/" + owner + "/" + job + "/" + n;
    }

    /** Begins to store what an upload holds. */
    UnpackedSources unpacking(ReviewRequest request) {
        return new UnpackedSources(store, request);
    }

    /** Undoes {@link #putAway} when the review was not stored. */
    void forget(List<String> keys) {
        store.delete(keys);
    }

    /** Adds the rows in the transaction that stores their job. */
    static void add(JdbcClient sql, ReviewRequest request, List<String> keys, Instant now) {
        List<SourceFile> files = request.files();
        boolean inRows = keys.isEmpty();
        sql.sql("""
                        insert into code_reviews
                            (id, execution_id, ordinal, code_content, source_key, language, file_path, focus_areas, created_at)
                        select gen_random_uuid(), :job, f.n - 1, f.content, f.source_key, f.language, f.path,
                            cast(:focus as text[]), :now
                        from unnest(cast(:contents as text[]), cast(:keys as text[]), cast(:languages as text[]),
                            cast(:paths as text[])) with ordinality as f (content, source_key, language, path, n)
                        """)
                .param("job", request.job().value())
                .param("contents", column(files, file -> inRows ? StorableText.plain(file.content()) : ""))
                .param("keys", inRows ? new @Nullable String[files.size()] : keys.toArray(String[]::new))
                .param("languages", column(files, file -> file.language().id()))
                .param("paths", column(files, file -> StorableText.plain(file.path())))
                .param(
                        "focus",
                        request.focus().stream().map(FocusArea::id).sorted().toArray(String[]::new))
                .param("now", Columns.time(now))
                .update();
    }

    private static String[] column(List<SourceFile> files, Function<SourceFile, String> value) {
        return files.stream().map(value).toArray(String[]::new);
    }

    /** A job's files in order; none when there is no such job. */
    List<SourceFile> read(JdbcClient sql, JobId job) {
        return read(sql, job, 0, Integer.MAX_VALUE);
    }

    /** Some of a job's files in order. */
    List<SourceFile> read(JdbcClient sql, JobId job, int from, int most) {
        List<Stored> rows = sql.sql("""
                        select code_content, source_key, language, file_path
                        from code_reviews
                        where execution_id = :job
                        order by ordinal
                        limit :most offset :from
                        """)
                .param("job", job.value())
                .param("from", from)
                .param("most", most)
                .query(ReviewSources::stored)
                .list();
        return SideBySide.map(rows, this::file);
    }

    /** One of a job's files. */
    Optional<SourceFile> find(JdbcClient sql, JobId job, String path) {
        return sql.sql("""
                        select code_content, source_key, language, file_path
                        from code_reviews
                        where execution_id = :job and file_path = :path
                        order by ordinal
                        limit 1
                        """)
                .param("job", job.value())
                .param("path", StorableText.plain(path))
                .query(ReviewSources::stored)
                .optional()
                .map(this::file);
    }

    /** The keys of an ended job's code in the source store. */
    static List<String> keys(JdbcClient sql, UserId owner, JobId job) {
        return sql.sql("""
                        select r.source_key
                        from code_reviews r
                        join workflow_executions e on e.id = r.execution_id
                        where r.execution_id = :job and e.user_id = :owner and r.source_key is not null
                          and e.status in ('completed', 'failed', 'cancelled')
                        """)
                .param("job", job.value())
                .param("owner", owner.value())
                .query(String.class)
                .list();
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(
                row.getString("code_content"),
                row.getString("source_key"),
                row.getString("language"),
                row.getString("file_path"));
    }

    private SourceFile file(Stored row) {
        String content = row.sourceKey() == null ? row.content() : store.get(row.sourceKey());
        return new SourceFile(row.path(), Language.byId(row.language()).orElse(Language.TEXT), content);
    }

    private record Stored(String content, @Nullable String sourceKey, String language, String path) {}
}
