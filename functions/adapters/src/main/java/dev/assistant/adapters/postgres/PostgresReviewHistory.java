package dev.assistant.adapters.postgres;

import dev.assistant.adapters.json.ReviewJson;
import dev.assistant.failure.Failure;
import dev.assistant.identity.UserId;
import dev.assistant.page.Cursor;
import dev.assistant.page.Page;
import dev.assistant.page.PageRequest;
import dev.assistant.review.HistoryFilter;
import dev.assistant.review.Language;
import dev.assistant.review.ReviewHistory;
import dev.assistant.review.ReviewSummary;
import dev.assistant.review.Verdict;
import dev.assistant.workflow.AboutFinding;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Lists of reviews from {@code workflow_executions} and {@code code_reviews}; reads only. Thread-safe. */
public final class PostgresReviewHistory implements ReviewHistory {
    private final Database database;

    public PostgresReviewHistory(Database database) {
        this.database = database;
    }

    @Override
    public Page<ReviewSummary> list(UserId owner, HistoryFilter filter, PageRequest page) {
        List<ReviewSummary> found = database.query(sql -> statement(owner, filter, page)
                .on(sql)
                .query(PostgresReviewHistory::summary)
                .list());
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty());
        }
        Job last = found.get(page.limit() - 1).job();
        return new Page<>(
                found.subList(0, page.limit()),
                Optional.of(new Cursor(last.createdAt(), last.id().value())));
    }

    static Statement statement(UserId owner, HistoryFilter filter, PageRequest page) {
        Statement statement = selecting(owner);
        boolean newest = filter.order() == HistoryFilter.Order.NEWEST;
        page.after()
                .ifPresent(cursor -> statement
                        .then("and (e.created_at, e.id) %s (:at, :id)".formatted(newest ? "<" : ">"))
                        .with("at", Columns.time(cursor.at()))
                        .with("id", cursor.id()));
        narrow(statement, filter);
        return statement
                .then("order by e.created_at %1$s, e.id %1$s limit :limit".formatted(newest ? "desc" : "asc"))
                .with("limit", page.limit() + 1);
    }

    private static Statement selecting(UserId owner) {
        return new Statement("""
                select e.id, e.user_id, e.project_id, e.workflow_name, e.produces, e.status, e.progress, e.step,
                    e.error_message, e.cancel_requested, e.created_at, e.started_at, e.completed_at,
                    e.input_data -> 'texts' ->> 'question' as question, e.input_data -> 'about' ->> 'job_id' as about_job,
                    e.input_data -> 'about' ->> 'issue_id' as about_issue, e.input_data -> 'repository' ->> 'url' as repository_url, e.metrics, e.gate, e.cost_usd, r.language, coalesce(r.file_path, '') as file_path,
                    (select count(*) from code_reviews c where c.execution_id = e.id) as file_count
                from workflow_executions e
                left join code_reviews r on r.execution_id = e.id and r.ordinal = 0
                where e.user_id = :owner""").with("owner", owner.value());
    }

    @Override
    public ReviewSummary byId(UserId owner, JobId job) {
        return database.query(sql -> selecting(owner)
                        .then("and e.id = :job")
                        .with("job", job.value())
                        .on(sql)
                        .query(PostgresReviewHistory::summary)
                        .optional())
                .orElseThrow(() -> new Failure.NotFound("execution"));
    }

    /** Files are asked about execution by execution: {@code exists} lets the planner read all files of everybody instead. */
    private static void narrow(Statement statement, HistoryFilter filter) {
        filter.from()
                .ifPresent(from -> statement.then("and e.created_at >= :from").with("from", Columns.time(from)));
        filter.to().ifPresent(to -> statement.then("and e.created_at < :to").with("to", Columns.time(to)));
        filter.workflow()
                .ifPresent(workflow ->
                        statement.then("and e.workflow_name = :workflow").with("workflow", workflow));
        filter.produces()
                .ifPresent(
                        produces -> statement.then("and e.produces = :produces").with("produces", produces.id()));
        filter.about()
                .ifPresent(about -> statement
                        .then("and e.input_data -> 'about' ->> 'job_id' = :about")
                        .with("about", about.toString()));
        filter.project()
                .ifPresent(
                        project -> statement.then("and e.project_id = :project").with("project", project));
        if (!filter.statuses().isEmpty()) {
            statement
                    .then("and e.status = any(:statuses)")
                    .with(
                            "statuses",
                            filter.statuses().stream()
                                    .map(PostgresReviewHistory::name)
                                    .toArray(String[]::new));
        }
        filter.text()
                .ifPresent(text -> statement
                        .then(
                                "and (select bool_or(c.file_path ilike :text) from code_reviews c where c.execution_id = e.id)")
                        .with("text", Columns.containing(text)));
        filter.language()
                .ifPresent(language -> statement
                        .then(
                                "and (select bool_or(c.language = :language) from code_reviews c where c.execution_id = e.id)")
                        .with("language", language.id()));
    }

    private static String name(JobStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<AboutFinding> about(ResultSet row) throws SQLException {
        Optional<String> issue = Columns.findText(row, "about_issue");
        return issue.isEmpty()
                ? Optional.empty()
                : Optional.of(new AboutFinding(new JobId(UUID.fromString(row.getString("about_job"))), issue.get()));
    }

    private static ReviewSummary summary(ResultSet row, int number) throws SQLException {
        Optional<String> metrics = Columns.findText(row, "metrics");
        return new ReviewSummary(
                JobRow.job(row, number),
                Columns.findText(row, "language").flatMap(Language::byId),
                row.getString("file_path"),
                row.getInt("file_count"),
                metrics.map(ReviewJson::toIssueCounts).orElse(Map.of()),
                metrics.map(ReviewJson::toScores),
                Columns.findText(row, "gate").map(gate -> Verdict.Gate.valueOf(gate.toUpperCase(Locale.ROOT))),
                row.getBigDecimal("cost_usd"),
                Columns.findText(row, "question"),
                about(row),
                Columns.findText(row, "repository_url"));
    }
}
