package dev.assistant.adapters.postgres;

import dev.assistant.failure.Failure;
import dev.assistant.identity.UserId;
import dev.assistant.page.Cursor;
import dev.assistant.page.Page;
import dev.assistant.page.PageRequest;
import dev.assistant.review.Category;
import dev.assistant.review.Finding;
import dev.assistant.review.Severity;
import dev.assistant.review.Triage;
import dev.assistant.review.TriageMemory;
import dev.assistant.review.Triages;
import dev.assistant.workflow.JobId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decisions about findings, in {@code triage}. Thread-safe. */
public final class PostgresTriages implements Triages {
    private static final UUID LAST_ID = new UUID(-1, -1);

    private final Database database;

    public PostgresTriages(Database database) {
        this.database = database;
    }

    @Override
    public TriageMemory memory(JobId job, Collection<String> fingerprints, Instant now) {
        if (fingerprints.isEmpty()) {
            return TriageMemory.NOTHING;
        }
        Map<String, Triage> found = new HashMap<>();
        database.query(sql -> sql.sql("""
                                select t.*
                                from workflow_executions e
                                join triage t on coalesce(t.project_id, t.job_id) = coalesce(e.project_id, e.id)
                                    and t.user_id = e.user_id
                                where e.id = :job
                                  and t.fingerprint = any(:fingerprints)
                                  and (t.expires_at is null or t.expires_at > :now)
                                """)
                        .param("job", job.value())
                        .param("fingerprints", fingerprints.toArray(String[]::new))
                        .param("now", Columns.time(now))
                        .query((row, number) -> Map.entry(row.getString("fingerprint"), triage(row)))
                        .list())
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return new TriageMemory(found);
    }

    @Override
    public void remember(JobId job, Finding finding, Triage triage) {
        int changed = database.query(sql -> triage.state() == Triage.State.OPEN
                ? takeBack(sql, job, finding, triage.author())
                : store(sql, job, finding, triage));
        if (changed == 0 && triage.state() != Triage.State.OPEN) {
            throw new Failure.NotFound("review");
        }
    }

    private static int takeBack(JdbcClient sql, JobId job, Finding finding, UserId owner) {
        return sql.sql("""
                        delete from triage t
                        using workflow_executions e
                        where e.id = :job and e.user_id = :owner and t.user_id = :owner
                          and coalesce(t.project_id, t.job_id) = coalesce(e.project_id, e.id)
                          and t.fingerprint = :fingerprint
                        """)
                .param("job", job.value())
                .param("owner", owner.value())
                .param("fingerprint", finding.fingerprint())
                .update();
    }

    private static int store(JdbcClient sql, JobId job, Finding finding, Triage triage) {
        return sql.sql("""
                        insert into triage
                            (user_id, project_id, job_id, fingerprint, state, reason, comment, decided_at, expires_at,
                             severity, category, rule_id, file_path, message, decided_in)
                        select e.user_id, e.project_id, case when e.project_id is null then e.id end, :fingerprint, :state,
                            :reason, :comment, :at, :expires, :severity, :category, :rule, :path, :message, e.id
                        from workflow_executions e
                        where e.id = :job and e.user_id = :owner
                        on conflict (coalesce(project_id, job_id), fingerprint) do update
                        set state = excluded.state, reason = excluded.reason, comment = excluded.comment,
                            decided_at = excluded.decided_at, expires_at = excluded.expires_at,
                            severity = excluded.severity, category = excluded.category, rule_id = excluded.rule_id,
                            file_path = excluded.file_path, message = excluded.message, decided_in = excluded.decided_in
                        """)
                .param("job", job.value())
                .param("owner", triage.author().value())
                .param("fingerprint", finding.fingerprint())
                .param("state", triage.state().id())
                .param("reason", triage.reason().map(Triage.Reason::id).orElse(null), Types.VARCHAR)
                .param("comment", triage.comment().map(StorableText::plain).orElse(null), Types.VARCHAR)
                .param("at", Columns.time(triage.decidedAt()))
                .param("expires", triage.expiresAt().map(Columns::time).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("severity", finding.severity().id())
                .param("category", finding.category().id())
                .param("rule", StorableText.plain(finding.ruleId()))
                .param("path", StorableText.plain(finding.path()))
                .param("message", StorableText.plain(finding.message()))
                .update();
    }

    @Override
    public Page<Entry> ofProject(UserId owner, UUID project, PageRequest page) {
        List<Entry> found = database.query(sql -> {
            requireProject(sql, owner, project);
            return sql.sql("""
                            select *
                            from triage
                            where project_id = :project and user_id = :owner and (decided_at, id) < (:at, :id)
                            order by decided_at desc, id desc
                            limit :limit
                            """)
                    .param("project", project)
                    .param("owner", owner.value())
                    .param(
                            "at",
                            page.after()
                                    .map(cursor -> Columns.time(cursor.at()))
                                    .orElse(OffsetDateTime.MAX))
                    .param("id", page.after().map(Cursor::id).orElse(LAST_ID))
                    .param("limit", page.limit() + 1)
                    .query(PostgresTriages::entry)
                    .list();
        });
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty());
        }
        Entry last = found.get(page.limit() - 1);
        return new Page<>(
                found.subList(0, page.limit()),
                Optional.of(new Cursor(last.triage().decidedAt(), last.id())));
    }

    private static void requireProject(JdbcClient sql, UserId owner, UUID project) {
        boolean exists = sql.sql("select exists (select from projects where id = :project and user_id = :owner)")
                .param("project", project)
                .param("owner", owner.value())
                .query(Boolean.class)
                .single();
        if (!exists) {
            throw new Failure.NotFound("project");
        }
    }

    @Override
    public void forget(UserId owner, UUID project, UUID entry) {
        int forgotten = database.query(sql -> sql.sql("""
                        delete from triage where id = :id and project_id = :project and user_id = :owner
                        """)
                .param("id", entry)
                .param("project", project)
                .param("owner", owner.value())
                .update());
        if (forgotten == 0) {
            throw new Failure.NotFound("triage entry");
        }
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                Columns.uuid(row, "id"),
                row.getString("fingerprint"),
                triage(row),
                constant(Severity.class, row.getString("severity")),
                constant(Category.class, row.getString("category")),
                row.getString("rule_id"),
                row.getString("file_path"),
                row.getString("message"),
                Columns.findUuid(row, "decided_in").map(JobId::new));
    }

    private static Triage triage(ResultSet row) throws SQLException {
        return new Triage(
                constant(Triage.State.class, row.getString("state")),
                Columns.findText(row, "reason").map(reason -> constant(Triage.Reason.class, reason)),
                Columns.findText(row, "comment"),
                new UserId(Columns.uuid(row, "user_id")),
                Columns.time(row, "decided_at"),
                Columns.findTime(row, "expires_at"));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String id) {
        return Enum.valueOf(type, id.toUpperCase(Locale.ROOT));
    }
}
