package dev.assistant.adapters.postgres;

import dev.assistant.adapters.json.ReviewInput;
import dev.assistant.adapters.json.ReviewJson;
import dev.assistant.failure.Failure;
import dev.assistant.identity.UserId;
import dev.assistant.review.AgentUsage;
import dev.assistant.review.Finding;
import dev.assistant.review.ReviewReport;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.SourceFile;
import dev.assistant.review.Upload;
import dev.assistant.trace.TraceContext;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.WorkflowInput;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements of {@link PostgresReviews}. */
final class ReviewRows {
    private ReviewRows() {}

    static void addExecution(JdbcClient sql, ReviewRequest request, Instant now) {
        long startTag =
                WaitingJobs.startTag(request.owner()).on(sql).query(Long.class).single();
        int added = sql.sql("""
                        insert into workflow_executions
                            (id, user_id, project_id, workflow_name, produces, status, input_data, source_bytes, created_at, start_tag,
                             traceparent)
                        select :id, :owner, :project, :workflow, :produces, 'queued', cast(:input as jsonb), :bytes, :now, :startTag,
                            cast(:traceparent as varchar)
                        where cast(:project as uuid) is null
                           or exists (select from projects where id = :project and user_id = :owner)
                        """)
                .param("id", request.job().value())
                .param("owner", request.owner().value())
                .param("project", request.project().orElse(null), Types.OTHER)
                .param("workflow", request.workflow())
                .param("produces", request.input().produces().id())
                .param("input", ReviewInput.of(request).write())
                .param("bytes", request.bytes().isPresent() ? request.bytes().getAsLong() : null, Types.BIGINT)
                .param("now", Columns.time(now))
                .param("startTag", startTag)
                .param(
                        "traceparent",
                        TraceContext.current().map(TraceContext::traceparent).orElse(null))
                .update();
        if (added == 0) {
            throw new Failure.NotFound("project");
        }
    }

    /** How many were deleted: none when it has not ended. */
    static int delete(JdbcClient sql, UserId owner, JobId job) {
        int deleted = sql.sql("""
                        delete from workflow_executions
                        where id = :id and user_id = :owner and status in ('completed', 'failed', 'cancelled')
                        """)
                .param("id", job.value())
                .param("owner", owner.value())
                .update();
        if (deleted > 0) {
            IdempotencyKeys.forget(sql, owner, job.value());
        }
        return deleted;
    }

    static Optional<Row> find(JdbcClient sql, JobId job) {
        return sql.sql("select * from workflow_executions where id = :id")
                .param("id", job.value())
                .query((row, number) -> new Row(JobRow.job(row, number), row.getString("input_data")))
                .optional();
    }

    /**
     * Stores a report.
     *
     * @return what it says that the job has cost more than is stored already, in US dollars; never negative
     */
    static BigDecimal storeReport(JdbcClient sql, JobId job, ReviewReport report) {
        BigDecimal uncounted = cost(report).subtract(storedCost(sql, job)).max(BigDecimal.ZERO);
        String metrics = ReviewJson.metrics(report);
        sql.sql("""
                        update workflow_executions
                        set results = cast(:results as jsonb),
                            metrics = cast(:metrics as jsonb),
                            gate = :gate,
                            cost_usd = cost_usd + :uncounted
                        where id = :id
                        """)
                .param("id", job.value())
                .param("results", StorableText.json(ReviewJson.report(report)))
                .param("metrics", metrics)
                .param("gate", report.verdict().gate().id())
                .param("uncounted", uncounted)
                .update();
        storeIssues(sql, job, report, metrics);
        ReviewFacts.store(sql, job, report);
        return uncounted;
    }

    private static BigDecimal storedCost(JdbcClient sql, JobId job) {
        return sql.sql("select cost_usd from workflow_executions where id = :id")
                .param("id", job.value())
                .query(BigDecimal.class)
                .single();
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

    /** An execution with the input of its workflow. */
    record Row(Job job, String input) {
        ReviewRequest request(List<SourceFile> files, Optional<Upload> upload) {
            ReviewInput asked = ReviewInput.read(input);
            return new ReviewRequest(
                    job.id(),
                    job.owner(),
                    job.workflow(),
                    files,
                    asked.toFocus(),
                    asked.toLanguage(),
                    job.project(),
                    asked.toSettings(),
                    asked.toBaseline(),
                    upload,
                    asked.toRepository(),
                    new WorkflowInput(job.produces(), asked.toTexts(), asked.toMostUsd(), asked.toAbout()));
        }
    }
}
