package dev.assistant.adapters.postgres;

import static dev.assistant.testkit.FindingBuilder.aFinding;
import static dev.assistant.testkit.ReportBuilder.aReportOf;
import static dev.assistant.testkit.ReviewRequestBuilder.aReviewOf;
import static dev.assistant.testkit.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.failure.Failure;
import dev.assistant.idempotency.IdempotencyKey;
import dev.assistant.identity.User;
import dev.assistant.identity.UserId;
import dev.assistant.identity.Users;
import dev.assistant.review.IgnoredPaths;
import dev.assistant.review.Language;
import dev.assistant.review.QualityGate;
import dev.assistant.review.ReviewReport;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.ReviewSettings;
import dev.assistant.review.Reviews;
import dev.assistant.review.SourceFile;
import dev.assistant.testkit.contract.ReviewsContract;
import dev.assistant.trace.TraceContext;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.Jobs;
import dev.assistant.workflow.Leases;
import dev.assistant.workflow.Leases.Claim;
import dev.assistant.workflow.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresReviewsTest extends ReviewsContract {
    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");
    private static final SourceFile LARGE = new SourceFile("big.py", Language.PYTHON, "x = 1\n".repeat(100_000));

    private static Database database;

    private final InMemorySources sources = new InMemorySources();

    @BeforeAll
    static void open() {
        database = Database.open(TestDatabase.fresh(), 4);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void keeps_large_code_out_of_the_rows() {
        ReviewRequest request = aReviewOf(owner()).withFiles(LARGE).build();

        reviews().add(request, Optional.empty(), NOW);

        String key = "sources/" + request.owner() + "/" + request.job() + "/0";
        assertThat(sources.stored).containsOnlyKeys(key);
        assertThat(row(request.job())).containsEntry("code_content", "").containsEntry("source_key", key);
    }

    @Test
    void remembers_which_request_asked_for_a_job_so_that_its_trace_goes_on() {
        TraceContext request = TraceContext.parse("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .orElseThrow();
        ReviewRequest traced = aReviewOf(owner()).build();
        ReviewRequest untraced = aReviewOf(owner()).build();

        request.during(() -> reviews().add(traced, Optional.empty(), NOW));
        reviews().add(untraced, Optional.empty(), NOW);

        PostgresJobTraces traces = new PostgresJobTraces(database);
        assertThat(traces.of(traced.job())).contains(request);
        assertThat(traces.of(untraced.job())).isEmpty();
    }

    @Test
    void keeps_small_code_in_the_row() {
        ReviewRequest request = aReviewOf(owner()).build();

        reviews().add(request, Optional.empty(), NOW);

        assertThat(sources.stored).isEmpty();
        assertThat(row(request.job()))
                .containsEntry("code_content", request.files().getFirst().content())
                .containsEntry("source_key", null);
    }

    @Test
    void leaves_no_large_code_behind_when_the_review_is_not_stored() {
        ReviewRequest request =
                aReviewOf(owner()).withFiles(LARGE).ofProject(UUID.randomUUID()).build();

        assertThatThrownBy(() -> reviews().add(request, Optional.empty(), NOW)).isInstanceOf(Failure.NotFound.class);

        assertThat(sources.stored).isEmpty();
    }

    @Test
    void stores_nothing_twice_for_a_repeated_large_request() {
        Optional<IdempotencyKey> key =
                Optional.of(new IdempotencyKey(UUID.randomUUID().toString(), "hash"));
        User user = owner(aUser().build());
        reviews().add(aReviewOf(user.id()).withFiles(LARGE).build(), key, NOW);
        reviews().add(aReviewOf(user.id()).withFiles(LARGE).build(), key, NOW);

        assertThat(sources.stored).hasSize(1);
    }

    @Test
    void deletes_large_code_with_its_review() {
        User user = owner(aUser().build());
        JobId job = reviews().add(aReviewOf(user.id()).withFiles(LARGE).build(), Optional.empty(), NOW);
        complete(job, aReportOf().build());

        reviews().delete(user.id(), job);

        assertThat(sources.stored).isEmpty();
    }

    @Test
    void takes_characters_that_the_database_refuses_without_moving_the_others() {
        ReviewRequest request = aReviewOf(owner())
                .withFiles(new SourceFile("odd\0.py", Language.PYTHON, "a\0b\uD800c \uD83D\uDC0D \uDC00"))
                .build();

        reviews().add(request, Optional.empty(), NOW);

        assertThat(reviews().request(request.job()).files())
                .containsExactly(
                        new SourceFile("odd\uFFFD.py", Language.PYTHON, "a\uFFFDb\uFFFDc \uD83D\uDC0D \uFFFD"));
    }

    @Test
    void takes_such_characters_in_a_report_too() {
        User user = owner(aUser().build());
        JobId job = reviews().add(aReviewOf(user.id()).build(), Optional.empty(), NOW);
        ReviewReport report =
                aReportOf(aFinding().quoting("a\0b \\u0000 \uD800").build()).build();

        complete(job, report);

        assertThat(reviews()
                        .finished(user.id(), job)
                        .report()
                        .findings()
                        .getFirst()
                        .quote())
                .isEqualTo("a\uFFFDb \\u0000 \uFFFD");
    }

    @Test
    void refuses_a_project_of_somebody_else_and_takes_the_owners() {
        User user = owner(aUser().build());
        UUID own = project(user);
        UUID foreign = project(owner(aUser().build()));

        ReviewRequest request = aReviewOf(user.id()).ofProject(own).build();
        reviews().add(request, Optional.empty(), NOW);

        assertThat(reviews().request(request.job()).project()).contains(own);
        assertThatThrownBy(() ->
                        reviews().add(aReviewOf(user.id()).ofProject(foreign).build(), Optional.empty(), NOW))
                .isInstanceOf(Failure.NotFound.class);
    }

    @Test
    void keeps_the_settings_that_the_project_had() {
        UserId owner = owner();
        ReviewSettings settings = new ReviewSettings(
                new QualityGate(List.of(new QualityGate.Limit(QualityGate.Metric.NEW_ISSUES, 3))),
                new IgnoredPaths(List.of("dist/", "*.min.js")));
        ReviewRequest request = aReviewOf(owner).under(settings).build();

        reviews().add(request, Optional.empty(), NOW);

        assertThat(reviews().request(request.job()).settings()).isEqualTo(settings);
    }

    @Test
    void gives_a_review_from_before_there_were_settings_the_products_own() {
        ReviewRequest request = aReviewOf(owner()).build();
        reviews().add(request, Optional.empty(), NOW);
        database.query(sql -> sql.sql("""
                        update workflow_executions
                        set input_data = input_data - 'quality_gate' - 'ignore_globs'
                        where id = :job
                        """).param("job", request.job().value()).update());

        assertThat(reviews().request(request.job()).settings()).isEqualTo(ReviewSettings.DEFAULT);
    }

    @Test
    void stores_the_issues_of_each_file_with_it() {
        User user = owner(aUser().build());
        JobId job = reviews()
                .add(
                        aReviewOf(user.id())
                                .withFiles(
                                        new SourceFile("a.py", Language.PYTHON, "a"),
                                        new SourceFile("b.py", Language.PYTHON, "b"))
                                .build(),
                        Optional.empty(),
                        NOW);

        complete(
                job,
                aReportOf(
                                aFinding().withId("1").inFile("b.py").build(),
                                aFinding().withId("2").inFile("b.py").build())
                        .build());

        List<String> counts = database.query(sql ->
                sql.sql("""
                        select file_path || ' ' || jsonb_array_length(issues_found) || ' ' || (metrics ->> 'security_score')
                        from code_reviews where execution_id = :job order by ordinal
                        """).param("job", job.value()).query(String.class).list());
        assertThat(counts).containsExactly("a.py 0 6", "b.py 2 6");
    }

    @Test
    void stores_the_results_where_lists_and_reports_look_for_them() {
        User user = owner(aUser().build());
        JobId job = reviews().add(aReviewOf(user.id()).build(), Optional.empty(), NOW);
        complete(job, aReportOf(aFinding().build()).build());

        Map<String, Object> stored = database.query(
                sql -> sql.sql("""
                        select status, duration_seconds, results -> 'results' -> 'issues' -> 0 ->> 'rule_id' as rule,
                            results -> 'verdict' ->> 'gate' as verdict, lease_owner
                        from workflow_executions where id = :job
                        """).param("job", job.value()).query().singleRow());
        assertThat(stored)
                .containsEntry("status", "completed")
                .containsEntry("duration_seconds", 3.47)
                .containsEntry("rule", "python:S2077")
                .containsEntry("verdict", "failed")
                .containsEntry("lease_owner", null);
    }

    private void complete(JobId job, ReviewReport report) {
        Claim.Granted granted = (Claim.Granted) leases().claim(job, "worker", NOW);
        reviews().complete(granted.lease(), report, NOW.plusMillis(3470));
    }

    private static Map<String, Object> row(JobId job) {
        return database.query(sql -> sql.sql("select * from code_reviews where execution_id = :job")
                .param("job", job.value())
                .query()
                .singleRow());
    }

    private UserId owner() {
        return owner(aUser().build()).id();
    }

    private User owner(User user) {
        users().add(user);
        return user;
    }

    private static UUID project(User user) {
        return database.query(
                sql -> sql.sql("insert into projects (user_id, name) values (:owner, 'shop') returning id")
                        .param("owner", user.id().value())
                        .query(UUID.class)
                        .single());
    }

    @Override
    protected Reviews reviews() {
        return new PostgresReviews(database, sources);
    }

    @Override
    protected Outbox outbox() {
        return new PostgresOutbox(database);
    }

    @Override
    protected Leases leases() {
        return new PostgresLeases(database);
    }

    @Override
    protected Jobs jobs() {
        return new PostgresJobs(database);
    }

    @Override
    protected Users users() {
        return new PostgresUsers(database);
    }
}
