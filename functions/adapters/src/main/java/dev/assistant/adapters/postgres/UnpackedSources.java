package dev.assistant.adapters.postgres;

import dev.assistant.review.FocusArea;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.SourceFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Files of an upload on their way into the store. As long as all together are small they are kept for the rows; beyond that
 * each goes to the object store at once, and only its place stays here. Closed before {@link #keep}, it leaves nothing behind.
 * Not thread-safe.
 */
final class UnpackedSources implements Consumer<SourceFile>, AutoCloseable {
    private final SourceStore store;
    private final ReviewRequest request;
    private final SideBySide calls = new SideBySide();
    private final List<Future<Boolean>> puts = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();
    private final List<String> languages = new ArrayList<>();
    private final List<String> contents = new ArrayList<>();
    private long bytes;
    private boolean isKept;

    UnpackedSources(SourceStore store, ReviewRequest request) {
        this.store = store;
        this.request = request;
    }

    @Override
    public void accept(SourceFile file) {
        String content = StorableText.plain(file.content());
        paths.add(StorableText.plain(file.path()));
        languages.add(file.language().id());
        bytes += content.getBytes(StandardCharsets.UTF_8).length;
        if (!inRows()) {
            putKept();
            put(paths.size() - 1, content);
        } else {
            contents.add(content);
        }
    }

    private boolean inRows() {
        return bytes <= ReviewSources.MOST_BYTES_IN_ROWS;
    }

    private void putKept() {
        for (int n = 0; n < contents.size(); n++) {
            put(n, contents.get(n));
        }
        contents.clear();
    }

    private void put(int n, String content) {
        puts.add(calls.call(() -> {
            store.put(key(n), content);
            return true;
        }));
    }

    private String key(int n) {
        return ReviewSources.key(request.owner(), request.job(), n);
    }

    /** Waits until everything is in its place. */
    void finish() {
        puts.forEach(SideBySide::result);
    }

    /** Puts the rows in place of those that stood for them. */
    void replace(JdbcClient sql, Instant now) {
        sql.sql("delete from code_reviews where execution_id = :job")
                .param("job", request.job().value())
                .update();
        sql.sql("""
                        insert into code_reviews
                            (id, execution_id, ordinal, code_content, source_key, language, file_path, focus_areas, created_at)
                        select gen_random_uuid(), :job, f.n - 1, f.content, f.source_key, f.language, f.path,
                            cast(:focus as text[]), :now
                        from unnest(cast(:contents as text[]), cast(:keys as text[]), cast(:languages as text[]),
                            cast(:paths as text[])) with ordinality as f (content, source_key, language, path, n)
                        """)
                .param("job", request.job().value())
                .param("contents", column(n -> inRows() ? contents.get(n) : ""))
                .param("keys", column(n -> inRows() ? null : key(n)))
                .param("languages", languages.toArray(String[]::new))
                .param("paths", paths.toArray(String[]::new))
                .param(
                        "focus",
                        request.focus().stream().map(FocusArea::id).sorted().toArray(String[]::new))
                .param("now", Columns.time(now))
                .update();
        sql.sql("update workflow_executions set source_bytes = :bytes where id = :job")
                .param("job", request.job().value())
                .param("bytes", bytes)
                .update();
    }

    private @Nullable String[] column(Function<Integer, @Nullable String> value) {
        @Nullable String[] column = new @Nullable String[paths.size()];
        for (int n = 0; n < column.length; n++) {
            column[n] = value.apply(n);
        }
        return column;
    }

    /** What was put away is there to stay. */
    void keep() {
        isKept = true;
    }

    @Override
    public void close() {
        calls.close();
        if (!isKept && !puts.isEmpty()) {
            store.delete(IntStream.range(0, paths.size()).mapToObj(this::key).toList());
        }
    }
}
