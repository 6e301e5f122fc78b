package dev.assistant.adapters.postgres;

import dev.assistant.failure.Failure;
import dev.assistant.memory.Memories;
import dev.assistant.memory.Memory;
import dev.assistant.memory.MemorySpace;
import dev.assistant.memory.MemoryVector;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Memories, in {@code memories}. Thread-safe. */
public final class PostgresMemories implements Memories {
    /** Rows of the space alone; {@code is not distinct from} would keep the planner from using the index. */
    private static final String IN_SPACE =
            " user_id = :owner and project_id is null and cast(:project as uuid) is null ";

    private static final String IN_PROJECT = " user_id = :owner and project_id = :project ";

    private final Database database;

    public PostgresMemories(Database database) {
        this.database = database;
    }

    @Override
    public void add(MemorySpace space, Memory memory) {
        int added = database.query(sql -> {
            if (stats(sql, space).count() >= MOST) {
                throw new Failure.Conflict(
                        "There are " + MOST + " memories here, which is the most. Delete or prune some first.");
            }
            return values(sql.sql("""
                                    insert into memories
                                        (id, user_id, project_id, content, tags, importance, vector_model, vector,
                                         created_at, updated_at)
                                    select :id, :owner, :project, :text, :tags, :importance, :model, :vector, :created, :updated
                                    where cast(:project as uuid) is null
                                       or exists (select from projects where id = :project and user_id = :owner)
                                    on conflict (id) do update set id = excluded.id where memories.user_id = :owner
                                    """), space, memory)
                    .param("created", Columns.time(memory.createdAt()))
                    .update();
        });
        if (added == 0) {
            throw new Failure.NotFound("project");
        }
    }

    @Override
    public Optional<Memory> find(MemorySpace space, UUID id) {
        return database.query(sql -> in(space, sql.sql("select * from memories where id = :id and" + condition(space)))
                .param("id", id)
                .query(PostgresMemories::memory)
                .optional());
    }

    @Override
    public List<Memory> recent(MemorySpace space, Optional<String> tag, int limit) {
        return database.query(sql -> in(space, sql.sql("select * from memories where" + condition(space) + """
                                  and (cast(:tag as text) is null or :tag = any(tags))
                                order by updated_at desc, id desc
                                limit :limit
                                """))
                .param("tag", tag.map(StorableText::plain).orElse(null), Types.VARCHAR)
                .param("limit", limit)
                .query(PostgresMemories::memory)
                .list());
    }

    @Override
    public List<Memory> matching(MemorySpace space, String words, int limit) {
        return database.query(sql -> in(space, sql.sql("""
                                select m.*
                                from memories m,
                                    websearch_to_tsquery('simple', :words) asked,
                                    to_tsvector('simple', m.content || ' ' || array_to_string(m.tags, ' ')) said
                                where said @@ asked and""" + condition(space) + """
                                order by ts_rank(said, asked) desc, m.updated_at desc, m.id desc
                                limit :limit
                                """))
                .param("words", anyOf(words))
                .param("limit", limit)
                .query(PostgresMemories::memory)
                .list());
    }

    /** Words with "or" between them; signs, which mean something in a search, left out. */
    private static String anyOf(String words) {
        return String.join(
                " or ",
                Arrays.stream(StorableText.plain(words).split("[^\\p{L}\\p{N}]+"))
                        .filter(word -> !word.isEmpty() && !word.equalsIgnoreCase("or"))
                        .toList());
    }

    @Override
    public boolean change(MemorySpace space, Memory memory) {
        return database.query(sql ->
                        values(sql.sql("""
                                        update memories
                                        set content = :text, tags = :tags, importance = :importance, vector_model = :model,
                                            vector = :vector, updated_at = :updated
                                        where id = :id and""" + condition(space)), space, memory).update())
                > 0;
    }

    @Override
    public boolean delete(MemorySpace space, UUID id) {
        return database.query(sql -> in(space, sql.sql("delete from memories where id = :id and" + condition(space)))
                        .param("id", id)
                        .update())
                > 0;
    }

    @Override
    public int prune(MemorySpace space, Instant before, int keepFrom) {
        return database.query(sql -> in(
                        space,
                        sql.sql("delete from memories where updated_at < :before and importance < :keep and"
                                + condition(space)))
                .param("before", Columns.time(before))
                .param("keep", keepFrom)
                .update());
    }

    @Override
    public Stats stats(MemorySpace space) {
        return database.query(sql -> stats(sql, space));
    }

    private static Stats stats(JdbcClient sql, MemorySpace space) {
        return in(space, sql.sql("""
                                select count(*) as count, count(vector) as vectors, min(created_at) as oldest,
                                    max(updated_at) as latest
                                from memories where""" + condition(space)))
                .query((row, number) -> new Stats(
                        row.getInt("count"),
                        row.getInt("vectors"),
                        Columns.findTime(row, "oldest"),
                        Columns.findTime(row, "latest")))
                .single();
    }

    private static String condition(MemorySpace space) {
        return space.project().isPresent() ? IN_PROJECT : IN_SPACE;
    }

    private static StatementSpec in(MemorySpace space, StatementSpec statement) {
        return statement
                .param("owner", space.owner().value())
                .param("project", space.project().orElse(null), Types.OTHER);
    }

    private static StatementSpec values(StatementSpec statement, MemorySpace space, Memory memory) {
        return in(space, statement)
                .param("id", memory.id())
                .param("text", StorableText.plain(memory.text()))
                .param("tags", memory.tags().stream().map(StorableText::plain).toArray(String[]::new))
                .param("importance", memory.importance())
                .param("model", memory.vector().map(MemoryVector::model).orElse(null), Types.VARCHAR)
                .param("vector", memory.vector().map(PostgresMemories::numbers).orElse(null), Types.ARRAY)
                .param("updated", Columns.time(memory.updatedAt()));
    }

    private static Float[] numbers(MemoryVector vector) {
        return vector.numbers().toArray(Float[]::new);
    }

    private static Memory memory(ResultSet row, int number) throws SQLException {
        return new Memory(
                Columns.uuid(row, "id"),
                row.getString("content"),
                List.of((String[]) row.getArray("tags").getArray()),
                row.getInt("importance"),
                Columns.time(row, "created_at"),
                Columns.time(row, "updated_at"),
                vector(row));
    }

    private static Optional<MemoryVector> vector(ResultSet row) throws SQLException {
        Array stored = row.getArray("vector");
        if (stored == null) {
            return Optional.empty();
        }
        List<Float> numbers = new ArrayList<>(List.of((Float[]) stored.getArray()));
        return Optional.of(new MemoryVector(row.getString("vector_model"), numbers));
    }
}
