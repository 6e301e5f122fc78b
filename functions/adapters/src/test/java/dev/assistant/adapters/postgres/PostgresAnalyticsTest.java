package dev.assistant.adapters.postgres;

import static dev.assistant.testkit.FindingBuilder.aFinding;
import static dev.assistant.testkit.ReportBuilder.aReportOf;
import static dev.assistant.testkit.ReviewRequestBuilder.aReviewOf;
import static dev.assistant.testkit.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.analytics.Analytics;
import dev.assistant.analytics.Analytics.Facet;
import dev.assistant.analytics.Figures;
import dev.assistant.analytics.Period;
import dev.assistant.analytics.Period.Interval;
import dev.assistant.analytics.Share;
import dev.assistant.analytics.Spending;
import dev.assistant.analytics.Timeline;
import dev.assistant.identity.User;
import dev.assistant.review.Change;
import dev.assistant.review.Finding;
import dev.assistant.review.Language;
import dev.assistant.review.ReviewReport;
import dev.assistant.review.ReviewReport.Baseline;
import dev.assistant.review.Severity;
import dev.assistant.review.SourceFile;
import dev.assistant.review.Triage;
import dev.assistant.testkit.ReportBuilder;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.Leases.Claim;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresAnalyticsTest {
    /** Clocks go forward on the second of these three days, which has 23 hours. */
    private static final Period THREE_DAYS = Period.of(
            LocalDate.parse("2026-03-28"), LocalDate.parse("2026-03-30"), ZoneId.of("Europe/Berlin"), Interval.DAILY);

    private static final Instant FIRST_DAY = Instant.parse("2026-03-28T12:00:00Z");
    private static final Instant SECOND_DAY = Instant.parse("2026-03-29T12:00:00Z");

    private static Database database;

    private final User owner = aUser().build();

    @BeforeAll
    static void open() {
        database = Database.open(TestDatabase.fresh(), 4);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void an_account() {
        new PostgresUsers(database).add(owner);
    }

    @Test
    void knows_nothing_of_an_account_without_reviews_and_says_so_in_every_bucket() {
        Timeline timeline = timeline();

        assertThat(timeline.total()).isEqualTo(zero());
        assertThat(timeline.previous()).isEqualTo(zero());
        assertThat(timeline.buckets()).hasSize(3).containsOnly(zero());
        assertThat(timeline.total().meanDuration()).isEmpty();
        assertThat(timeline.total().gatePassRate()).isEmpty();
        assertThat(analytics().top(owner.id(), THREE_DAYS, Facet.RULE, 10)).isEmpty();
        assertThat(analytics().byAgent(owner.id(), THREE_DAYS)).isEmpty();
        assertThat(analytics().byWorkflow(owner.id(), THREE_DAYS)).isEmpty();
    }

    @Test
    void counts_what_became_of_reviews_on_the_day_of_their_submission() {
        completed(FIRST_DAY, Duration.ofSeconds(2), aReportOf(finding(Severity.HIGH), finding(Severity.LOW)));
        completed(FIRST_DAY, Duration.ofSeconds(4), aReportOf(finding(Severity.LOW)));
        failed(SECOND_DAY);
        submitted(SECOND_DAY);
        cancelled(SECOND_DAY);

        List<Figures> days = timeline().buckets();

        assertThat(days.getFirst().submitted()).isEqualTo(2);
        assertThat(days.getFirst().completed()).isEqualTo(2);
        assertThat(days.getFirst().issues())
                .containsEntry(Severity.HIGH, 1L)
                .containsEntry(Severity.LOW, 2L)
                .containsEntry(Severity.CRITICAL, 0L);
        assertThat(days.getFirst().meanDuration()).contains(Duration.ofSeconds(3));
        assertThat(days.getFirst().gateFailed()).isEqualTo(2);
        assertThat(days.getFirst().gatePassRate()).contains(0.0);
        assertThat(days.get(1).submitted()).isEqualTo(3);
        assertThat(days.get(1).failed()).isEqualTo(1);
        assertThat(days.get(1).cancelled()).isEqualTo(1);
        assertThat(days.get(1).completed()).isZero();
        assertThat(days.getLast().submitted()).isZero();
    }

    @Test
    void a_day_begins_and_ends_where_its_clocks_say() {
        submitted(Instant.parse("2026-03-28T22:59:59Z")); // still the 28th
        submitted(Instant.parse("2026-03-28T23:00:00Z")); // midnight
        submitted(Instant.parse("2026-03-29T21:59:59Z")); // the last second of 23 hours
        submitted(Instant.parse("2026-03-29T22:00:00Z")); // midnight, in summer
        submitted(Instant.parse("2026-03-30T21:59:59Z"));
        submitted(Instant.parse("2026-03-30T22:00:00Z")); // the day after the last

        assertThat(timeline().buckets()).extracting(Figures::submitted).containsExactly(1L, 2L, 2L);
    }

    @Test
    void compares_with_as_many_days_before() {
        submitted(Instant.parse("2026-03-24T22:59:59Z")); // a second too early
        submitted(Instant.parse("2026-03-24T23:00:00Z"));
        submitted(Instant.parse("2026-03-27T22:59:59Z"));
        submitted(FIRST_DAY);

        assertThat(timeline().previous().submitted()).isEqualTo(2);
        assertThat(timeline().total().submitted()).isEqualTo(1);
    }

    @Test
    void counts_decisions_when_they_were_made_and_what_a_comparison_missed() {
        JobId job = completed(FIRST_DAY, Duration.ofSeconds(1), aReportOf(finding(Severity.HIGH)));
        decide(job, "dismissed", SECOND_DAY);
        decide(job, "accepted", SECOND_DAY);
        completed(SECOND_DAY, Duration.ofSeconds(1), comparedWith(job, finding(Severity.LOW), finding(Severity.LOW)));

        assertThat(timeline().buckets()).extracting(Figures::dismissed).containsExactly(0L, 1L, 0L);
        assertThat(timeline().buckets()).extracting(Figures::fixed).containsExactly(0L, 2L, 0L);
    }

    @Test
    void names_what_was_found_most() {
        completed(FIRST_DAY, Duration.ofSeconds(1), aReportOf(finding(Severity.HIGH), dismissed()));
        completed(SECOND_DAY, Duration.ofSeconds(1), aReportOf(finding(Severity.LOW)));
        completed(SECOND_DAY, Duration.ofSeconds(1), aReportOf());

        assertThat(top(Facet.RULE)).containsExactly(new Share("python:S2077", 2, 3, 1));
        assertThat(top(Facet.CWE)).contains(new Share("CWE-89", 2, 3, 1));
        assertThat(top(Facet.SOURCE)).extracting(Share::findings).containsOnly(3L);
        assertThat(top(Facet.LANGUAGE)).containsExactly(new Share("python", 3, 3, 0));
        assertThat(top(Facet.RULE).getFirst().dismissedShare()).contains(1 / 3.0);
        assertThat(analytics().top(owner.id(), THREE_DAYS, Facet.CWE, 0)).isEmpty();
    }

    @Test
    void adds_up_what_workflows_and_agents_used() {
        completed(FIRST_DAY, Duration.ofSeconds(2), aReportOf().costing("0.25"));
        completed(SECOND_DAY, Duration.ofSeconds(4), aReportOf().costing("0.50"));
        submitted(SECOND_DAY);

        Spending workflow = only(analytics().byWorkflow(owner.id(), THREE_DAYS));
        Spending agent = only(analytics().byAgent(owner.id(), THREE_DAYS));

        assertThat(workflow.name()).isEqualTo("quick_code_review");
        assertThat(workflow.executions()).isEqualTo(3);
        assertThat(workflow.busy()).isEqualTo(Duration.ofSeconds(6));
        assertThat(workflow.inputTokens()).isEqualTo(240);
        assertThat(workflow.costUsd()).isEqualByComparingTo("0.75");
        assertThat(agent.name()).isEqualTo("code_analyzer");
        assertThat(agent.executions()).isEqualTo(2);
        assertThat(agent.outputTokens()).isEqualTo(90);
        assertThat(agent.costUsd()).isEqualByComparingTo("0.75");
        assertThat(timeline().total().inputTokens()).isEqualTo(240);
        assertThat(timeline().buckets().get(1).costUsd()).isEqualByComparingTo("0.50");
    }

    @Test
    void counts_nothing_of_somebody_else() {
        JobId job = completed(FIRST_DAY, Duration.ofSeconds(1), aReportOf(finding(Severity.HIGH)));
        decide(job, "dismissed", SECOND_DAY);
        User stranger = aUser().build();
        new PostgresUsers(database).add(stranger);

        assertThat(analytics().timeline(stranger.id(), THREE_DAYS).total()).isEqualTo(zero());
        for (Facet facet : Facet.values()) {
            assertThat(analytics().top(stranger.id(), THREE_DAYS, facet, 10)).isEmpty();
        }
        assertThat(analytics().byAgent(stranger.id(), THREE_DAYS)).isEmpty();
        assertThat(analytics().byWorkflow(stranger.id(), THREE_DAYS)).isEmpty();
    }

    @Test
    void migrating_counts_earlier_reviews_exactly_as_completing_them_does() {
        JobId first = completed(FIRST_DAY, Duration.ofSeconds(1), aReportOf(finding(Severity.HIGH), dismissed()));
        completed(
                SECOND_DAY, Duration.ofMillis(1500), comparedWith(first, finding(Severity.LOW), finding(Severity.LOW)));
        completed(SECOND_DAY, Duration.ofSeconds(1), aReportOf());
        failed(SECOND_DAY);
        DatabaseSettings settings = TestDatabase.of(10);

        try (Database earlier = Database.open(settings, 2)) {
            List.of("users", "workflow_executions", "code_reviews").forEach(table -> copy(table, earlier));
            Migrations.apply(settings);

            assertThat(counted(earlier)).isNotEmpty().isEqualTo(counted(database));
        }
    }

    private Timeline timeline() {
        return analytics().timeline(owner.id(), THREE_DAYS);
    }

    private List<Share> top(Facet facet) {
        return analytics().top(owner.id(), THREE_DAYS, facet, 10);
    }

    private static Figures zero() {
        return Figures.NONE;
    }

    private static Finding finding(Severity severity) {
        return aFinding()
                .withId(UUID.randomUUID().toString())
                .withSeverity(severity)
                .build();
    }

    private Finding dismissed() {
        return aFinding()
                .triaged(new Triage(
                        Triage.State.DISMISSED,
                        Optional.of(Triage.Reason.WONT_FIX),
                        Optional.empty(),
                        owner.id(),
                        FIRST_DAY,
                        Optional.empty()))
                .build();
    }

    /** A report of one new finding since an earlier review. */
    private static ReviewReport comparedWith(JobId baseline, Finding... gone) {
        ReviewReport plain = aReportOf(aFinding().changed(Change.NEW).build()).build();
        return new ReviewReport(
                plain.mode(),
                plain.summary(),
                plain.findings(),
                plain.scores(),
                plain.verdict(),
                plain.coverage(),
                plain.agents(),
                Optional.of(new Baseline(baseline, List.of(gone))));
    }

    private JobId submitted(Instant at) {
        return reviews()
                .add(
                        aReviewOf(owner.id())
                                .withFiles(new SourceFile("app/db.py", Language.PYTHON, "x = 1"))
                                .build(),
                        Optional.empty(),
                        at);
    }

    private JobId completed(Instant at, Duration taken, ReportBuilder report) {
        return completed(at, taken, report.build());
    }

    private JobId completed(Instant at, Duration taken, ReviewReport report) {
        JobId job = submitted(at);
        Claim.Granted granted = (Claim.Granted) new PostgresLeases(database).claim(job, "worker", at);
        reviews().complete(granted.lease(), report, at.plus(taken));
        return job;
    }

    private void failed(Instant at) {
        new PostgresLeases(database).abandon(submitted(at), "It could not be read.", at);
    }

    private void cancelled(Instant at) {
        new PostgresJobs(database).requestCancel(owner.id(), submitted(at), at);
    }

    private void decide(JobId job, String state, Instant at) {
        database.query(sql -> sql.sql("""
                        insert into triage (user_id, job_id, fingerprint, state, reason, decided_at, severity, category,
                            rule_id, file_path, message)
                        values (:owner, :job, :fingerprint, :state, case when :state = 'dismissed' then 'other' end, :at,
                            'high', 'security', 'python:S1', 'a.py', 'Careful.')
                        """)
                .params(Map.of(
                        "owner", owner.id().value(),
                        "job", job.value(),
                        "fingerprint", UUID.randomUUID().toString().replace("-", ""),
                        "state", state,
                        "at", Columns.time(at)))
                .update());
    }

    private static void copy(String table, Database to) {
        String rows = database.query(sql -> sql.sql("select coalesce(jsonb_agg(t), '[]') from %s t".formatted(table))
                .query(String.class)
                .single());
        to.query(sql -> sql.sql("insert into %s select * from jsonb_populate_recordset(null::%s, cast(:rows as jsonb))"
                        .formatted(table, table))
                .param("rows", rows)
                .update());
    }

    /** Every row that figures are made of. */
    private static List<String> counted(Database database) {
        return database.query(sql -> sql.sql("""
                        select cast(to_jsonb(f) as text) as row from review_facets f
                        union all
                        select cast(to_jsonb(a) as text) from review_agents a
                        order by row
                        """).query(String.class).list());
    }

    private static Spending only(List<Spending> spending) {
        assertThat(spending).hasSize(1);
        return spending.getFirst();
    }

    private static Analytics analytics() {
        return new PostgresAnalytics(database);
    }

    private static PostgresReviews reviews() {
        return new PostgresReviews(database, new InMemorySources());
    }
}
