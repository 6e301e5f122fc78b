package dev.assistant.adapters.postgres;

import dev.assistant.adapters.json.ReviewInput;
import dev.assistant.adapters.json.ReviewJson;
import dev.assistant.failure.Failure;
import dev.assistant.identity.UserId;
import dev.assistant.page.Cursor;
import dev.assistant.page.Page;
import dev.assistant.page.PageRequest;
import dev.assistant.review.AgentUsage;
import dev.assistant.review.Finding;
import dev.assistant.review.Language;
import dev.assistant.review.ReviewReport;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.ReviewSummary;
import dev.assistant.review.SourceFile;
import dev.assistant.review.Verdict;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements of {@link PostgresReviews}. */
final class ReviewRows {
    private static final UUID LAST_ID = new UUID(-1, -1);

    private ReviewRows() {}

    static void addExecution(JdbcClient sql, ReviewRequest request, Instant now) {
        int added = sql.sql("""
                        insert into workflow_executions
                            (id, user_id, project_id, workflow_name, status, input_data, created_at)
                        select :id, :owner, :project, :workflow, 'queued', cast(:input as jsonb), :now
                        where cast(:project as uuid) is null
                           or exists (select from projects where id = :project and user_id = :owner)
                        """)
                .param("id", request.job().value())
                .param("owner", request.owner().value())
                .param("project", request.project().orElse(null), Types.OTHER)
                .param("workflow", request.workflow())
                .param("input", ReviewInput.of(request).write())
                .param("now", Columns.time(now))
                .update();
        if (added == 0) {
            throw new Failure.NotFound("project");
        }
    }

    static void removeExecution(JdbcClient sql, JobId job) {
        sql.sql("delete from workflow_executions where id = :id")
                .param("id", job.value())
                .update();
    }

    static Optional<Row> find(JdbcClient sql, JobId job) {
        return sql.sql("select * from workflow_executions where id = :id")
                .param("id", job.value())
                .query((row, number) -> new Row(JobRow.job(row, number), row.getString("input_data")))
                .optional();
    }

    static void storeReport(JdbcClient sql, JobId job, ReviewReport report) {
        String metrics = ReviewJson.metrics(report);
        sql.sql("""
                        update workflow_executions
                        set results = cast(:results as jsonb),
                            metrics = cast(:metrics as jsonb),
                            gate = :gate,
                            cost_usd = :cost
                        where id = :id
                        """)
                .param("id", job.value())
                .param("results", StorableText.json(ReviewJson.report(report)))
                .param("metrics", metrics)
                .param("gate", report.verdict().gate().id())
                .param("cost", cost(report))
                .update();
        storeIssues(sql, job, report, metrics);
    }

    private static void storeIssues(JdbcClient sql, JobId job, ReviewReport report, String metrics) {
        Map<String, List<Finding>> byPath = report.findings().stream()
                .collect(Collectors.groupingBy(Finding::path, LinkedHashMap::new, Collectors.toList()));
        sql.sql("""
                        update code_reviews r
                        set metrics = cast(:metrics as jsonb),
                            issues_found = coalesce(
                                (select cast(f.issues as jsonb)
                                 from unnest(cast(:paths as text[]), cast(:issues as text[])) as f (path, issues)
                                 where f.path = r.file_path),
                                jsonb '[]')
                        where r.execution_id = :id
                        """)
                .param("id", job.value())
                .param("metrics", metrics)
                .param(
                        "paths",
                        byPath.keySet().stream().map(StorableText::plain).toArray(String[]::new))
                .param(
                        "issues",
                        byPath.values().stream()
                                .map(found -> StorableText.json(ReviewJson.issues(found)))
                                .toArray(String[]::new))
                .update();
    }

    private static BigDecimal cost(ReviewReport report) {
        return report.agents().stream().map(AgentUsage::costUsd).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static Page<ReviewSummary> history(JdbcClient sql, UserId owner, PageRequest page) {
        List<ReviewSummary> found = sql.sql("""
                        select e.id, e.user_id, e.project_id, e.workflow_name, e.status, e.progress, e.step,
                            e.error_message, e.cancel_requested, e.created_at, e.started_at, e.completed_at,
                            e.metrics, e.gate, e.cost_usd, r.language, r.file_path,
                            (select count(*) from code_reviews c where c.execution_id = e.id) as file_count
                        from workflow_executions e
                        join code_reviews r on r.execution_id = e.id and r.ordinal = 0
                        where e.user_id = :owner and (e.created_at, e.id) < (:at, :id)
                        order by e.created_at desc, e.id desc
                        limit :limit
                        """)
                .param("owner", owner.value())
                .param(
                        "at",
                        page.after().map(cursor -> Columns.time(cursor.at())).orElse(OffsetDateTime.MAX))
                .param("id", page.after().map(Cursor::id).orElse(LAST_ID))
                .param("limit", page.limit() + 1)
                .query(ReviewRows::summary)
                .list();
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty());
        }
        Job last = found.get(page.limit() - 1).job();
        return new Page<>(
                found.subList(0, page.limit()),
                Optional.of(new Cursor(last.createdAt(), last.id().value())));
    }

    private static ReviewSummary summary(ResultSet row, int number) throws SQLException {
        Optional<String> metrics = Columns.findText(row, "metrics");
        return new ReviewSummary(
                JobRow.job(row, number),
                Language.byId(row.getString("language")),
                row.getString("file_path"),
                row.getInt("file_count"),
                metrics.map(ReviewJson::toIssueCounts).orElse(Map.of()),
                metrics.map(ReviewJson::toScores),
                Columns.findText(row, "gate").map(gate -> Verdict.Gate.valueOf(gate.toUpperCase(Locale.ROOT))),
                row.getBigDecimal("cost_usd"));
    }

    /** An execution with the input of its workflow. */
    record Row(Job job, String input) {
        ReviewRequest request(List<SourceFile> files) {
            ReviewInput asked = ReviewInput.read(input);
            return new ReviewRequest(
                    job.id(),
                    job.owner(),
                    job.workflow(),
                    files,
                    asked.toFocus(),
                    asked.toLanguage(),
                    job.project(),
                    asked.toBaseline());
        }
    }
}
