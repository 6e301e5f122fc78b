package dev.assistant.adapters.postgres;

import dev.assistant.review.AnalysedUnits;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.UnitKey;
import dev.assistant.workflow.JobId;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Results of analyses, in {@code analysed_units}. Thread-safe. */
public final class PostgresAnalysedUnits implements AnalysedUnits {
    private final Database database;

    public PostgresAnalysedUnits(Database database) {
        this.database = database;
    }

    @Override
    public Set<UnitKey> known(ReviewRequest review, Collection<UnitKey> keys) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(database.query(sql -> of(review, keys, sql.sql("""
                        select u.unit_key
                        from analysed_units u
                        join workflow_executions e on e.id = u.execution_id and e.user_id = u.user_id
                        where u.user_id = :owner and u.unit_key = any(:keys)
                          and (e.id = :baseline or e.project_id = :project)
                        """))
                .query((row, number) -> new UnitKey(row.getString("unit_key")))
                .list()));
    }

    @Override
    public Map<UnitKey, String> find(ReviewRequest review, Collection<UnitKey> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        Map<UnitKey, String> found = new HashMap<>();
        database.query(sql -> of(review, keys, sql.sql("""
                                select distinct on (u.unit_key) u.unit_key, u.content
                                from analysed_units u
                                join workflow_executions e on e.id = u.execution_id and e.user_id = u.user_id
                                where u.user_id = :owner and u.unit_key = any(:keys)
                                  and (e.id = :baseline or e.project_id = :project)
                                order by u.unit_key, u.created_at
                                """))
                        .query((row, number) ->
                                Map.entry(new UnitKey(row.getString("unit_key")), row.getString("content")))
                        .list())
                .forEach(unit -> found.put(unit.getKey(), unit.getValue()));
        return Map.copyOf(found);
    }

    private static StatementSpec of(ReviewRequest review, Collection<UnitKey> keys, StatementSpec statement) {
        return statement
                .param("owner", review.owner().value())
                .param("baseline", review.baseline().map(JobId::value).orElse(null), Types.OTHER)
                .param("project", review.project().orElse(null), Types.OTHER)
                .param("keys", keys.stream().map(UnitKey::sha256).toArray(String[]::new));
    }

    @Override
    public void keep(ReviewRequest review, Map<UnitKey, String> results, Instant now) {
        if (results.isEmpty()) {
            return;
        }
        List<Map.Entry<UnitKey, String>> units = List.copyOf(results.entrySet());
        database.query(sql -> sql.sql("""
                        insert into analysed_units (execution_id, user_id, unit_key, content, created_at)
                        select e.id, e.user_id, unit.key, cast(unit.content as json), :now
                        from workflow_executions e,
                            unnest(cast(:keys as text[]), cast(:contents as text[])) as unit (key, content)
                        where e.id = :job and e.user_id = :owner
                        on conflict do nothing
                        """)
                .param("job", review.job().value())
                .param("owner", review.owner().value())
                .param(
                        "keys",
                        units.stream().map(unit -> unit.getKey().sha256()).toArray(String[]::new))
                .param(
                        "contents",
                        units.stream()
                                .map(unit -> StorableText.plain(unit.getValue()))
                                .toArray(String[]::new))
                .param("now", Columns.time(now))
                .update());
    }

    @Override
    public int forget(Instant before, int most) {
        return database.query(sql -> sql.sql("""
                        delete from analysed_units
                        where (execution_id, unit_key) in (
                            select execution_id, unit_key from analysed_units
                            where created_at < :before
                            order by created_at
                            limit :most)
                        """)
                .param("before", Columns.time(before))
                .param("most", most)
                .update());
    }
}
