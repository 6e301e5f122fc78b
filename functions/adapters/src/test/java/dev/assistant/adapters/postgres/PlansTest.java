package dev.assistant.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.analytics.Analytics.Facet;
import dev.assistant.analytics.Period;
import dev.assistant.analytics.Period.Interval;
import dev.assistant.identity.UserId;
import dev.assistant.page.Cursor;
import dev.assistant.page.PageRequest;
import dev.assistant.project.ProjectFilter;
import dev.assistant.review.HistoryFilter;
import dev.assistant.review.Language;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the database runs the statements behind lists and figures when there are a million executions: each is explained exactly
 * as the adapter runs it. Most people have a hundred executions, and the one who asks has twenty thousand.
 */
class PlansTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final UserId BUSIEST = new UserId(new UUID(0, 1));
    private static final UUID PROJECT = new UUID(0, 1);
    private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
    private static final Period MONTH =
            Period.of(LocalDate.parse("2025-12-17"), LocalDate.parse("2026-01-15"), ZoneOffset.UTC, Interval.DAILY);

    /** A page of twenty-one, and what is looked up for each of its rows. */
    private static final double ROWS_OF_A_PAGE = 200;

    /** Of ten thousand that wait, the first or last few. */
    private static final double ROWS_OF_A_TURN = 5;

    /** Her executions of two months, which is what figures compare. */
    private static final double ROWS_OF_TWO_MONTHS = 10_000;

    /** All that she has: what a filter may read that fits hardly anything. */
    private static final double ROWS_OF_A_PERSON = 60_000;

    private static final String FILL = """
            set session_replication_role = replica;
            insert into users (id, email, username)
            select cast(lpad(to_hex(n), 32, '0') as uuid), n || '@example.com', 'u' || n from generate_series(1, 9801) n;
            insert into projects (id, user_id, name)
            select cast(lpad(to_hex(n), 32, '0') as uuid), cast(lpad(to_hex(1 + n / 50), 32, '0') as uuid), 'p' || n
            from generate_series(1, 50000) n;
            insert into workflow_executions
                (id, user_id, project_id, workflow_name, status, input_data, created_at, started_at, completed_at,
                 duration_seconds, metrics, gate)
            select cast(lpad(to_hex(n), 32, '0') as uuid),
                cast(lpad(to_hex(case when n <= 20000 then 1 else 2 + (n - 20001) / 100 end), 32, '0') as uuid),
                case when n <= 20000 and n % 100 = 0 then cast(lpad('1', 32, '0') as uuid) end,
                'quick_code_review', 'completed', '{}', t, t, t, 3,
                '{"issue_counts": {"critical": 0, "high": 1, "medium": 2, "low": 0, "info": 0}}', 'passed'
            from (
                select n, timestamptz '2026-01-15 12:00Z' - (case when n <= 20000 then n * interval '20 minutes'
                    else n % 100 * interval '3 days' end) as t
                from generate_series(1, 1000000) n) numbered;
            insert into code_reviews (id, execution_id, code_content, language, file_path)
            select cast(lpad(to_hex(n), 32, '0') as uuid), cast(lpad(to_hex(n), 32, '0') as uuid), 'x', 'python', 'a.py'
            from generate_series(1, 1000000) n;
            update workflow_executions set status = 'queued', completed_at = null, start_tag = extract(epoch from created_at)
            where created_at > timestamptz '2026-01-15 12:00Z' - interval '3 days';
            insert into review_facets (execution_id, user_id, submitted_at, kind, name, findings, dismissed)
            select id, user_id, created_at, 'rule', 'r' || abs(hashtext(id::text)) % 50, 1, 0
            from workflow_executions order by created_at desc limit 200000;
            insert into review_agents
                (execution_id, user_id, submitted_at, agent, duration_seconds, input_tokens, output_tokens, cost_usd)
            select id, user_id, created_at, 'code_analyzer', 1, 0, 0, 0
            from workflow_executions order by created_at desc limit 200000;
            analyze users, projects, workflow_executions, code_reviews, review_facets, review_agents
            """;

    private static Database database;

    @BeforeAll
    static void a_million_executions() throws SQLException {
        DatabaseSettings settings = TestDatabase.fresh();
        // Not through the pool, whose statements may not take long.
        try (Connection connection =
                DriverManager.getConnection(settings.url(), settings.user(), settings.password())) {
            for (String statement : FILL.split(";\n")) {
                connection.createStatement().execute(statement);
            }
        }
        database = Database.open(settings, 1);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void the_check_finds_a_table_that_is_read_whole() {
        JsonNode plan = plan(new Statement("select * from workflow_executions where step = :step").with("step", "x"));

        assertThat(tablesReadWhole(plan)).containsExactly("workflow_executions");
        assertThat(rowsRead(plan)).isGreaterThan(ROWS_OF_A_PERSON);
    }

    @Test
    void the_first_page_of_a_history_reads_little_more_than_the_page() {
        readsAtMost(
                ROWS_OF_A_PAGE, PostgresReviewHistory.statement(BUSIEST, HistoryFilter.ALL, page(Optional.empty())));
    }

    @Test
    void a_page_far_down_reads_no_more() {
        Cursor far = new Cursor(NOW.minusSeconds(200L * 24 * 60 * 60), new UUID(0, 1));

        readsAtMost(
                ROWS_OF_A_PAGE, PostgresReviewHistory.statement(BUSIEST, HistoryFilter.ALL, page(Optional.of(far))));
    }

    @Test
    void the_page_of_a_project_reads_little_more_than_the_page() {
        readsAtMost(
                ROWS_OF_A_PAGE,
                PostgresReviewHistory.statement(BUSIEST, HistoryFilter.ALL.ofProject(PROJECT), page(Optional.empty())));
    }

    static Stream<HistoryFilter> filters() {
        return Stream.of(
                filter(Optional.of(NOW.minusSeconds(86_400)), Optional.of(NOW), Set.of(), Optional.empty()),
                filter(Optional.empty(), Optional.empty(), Set.of(JobStatus.FAILED), Optional.empty()),
                filter(Optional.empty(), Optional.empty(), Set.of(), Optional.of("nowhere")));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void a_filter_reads_no_more_than_the_person_has(HistoryFilter filter) {
        readsAtMost(ROWS_OF_A_PERSON, PostgresReviewHistory.statement(BUSIEST, filter, page(Optional.empty())));
    }

    @ParameterizedTest
    @EnumSource
    void a_list_of_projects_reads_the_persons_projects(ProjectFilter.Sort sort) {
        ProjectFilter filter = new ProjectFilter(Optional.of("p"), Optional.empty(), sort);

        readsAtMost(ROWS_OF_A_PAGE, ProjectList.statement(BUSIEST, filter, page(Optional.empty())));
    }

    @Test
    void whose_turn_it_is_is_read_from_the_head_of_the_queue() {
        readsAtMost(ROWS_OF_A_TURN, WaitingJobs.next(new JobId(new UUID(0, 100))));
    }

    @Test
    void the_place_of_a_new_job_is_read_from_the_ends_of_the_queue() {
        readsAtMost(ROWS_OF_A_TURN, WaitingJobs.startTag(BUSIEST));
    }

    static Stream<Statement> figures() {
        return Stream.of(
                PostgresAnalytics.executions(BUSIEST, MONTH),
                PostgresAnalytics.decisions(BUSIEST, MONTH),
                PostgresAnalytics.fixes(BUSIEST, MONTH),
                PostgresAnalytics.tokens(BUSIEST, MONTH),
                PostgresAnalytics.shares(BUSIEST, MONTH, Facet.RULE, 10),
                PostgresAnalytics.workflows(BUSIEST, MONTH),
                PostgresAnalytics.agents(BUSIEST, MONTH));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void figures_read_what_happened_in_their_time(Statement statement) {
        readsAtMost(ROWS_OF_TWO_MONTHS, statement);
    }

    private static void readsAtMost(double rows, Statement statement) {
        JsonNode plan = plan(statement);
        assertThat(tablesReadWhole(plan)).as(plan.toPrettyString()).isEmpty();
        assertThat(rowsRead(plan)).as(plan.toPrettyString()).isLessThanOrEqualTo(rows);
    }

    private static JsonNode plan(Statement statement) {
        String text = database.query(
                sql -> statement.explained(sql).query(String.class).single());
        return JSON.readTree(text).at("/0/Plan");
    }

    /** Tables that are expected to be empty here, such as decisions, are read in whichever way. */
    private static List<String> tablesReadWhole(JsonNode plan) {
        return nodes(plan)
                .filter(node -> node.path("Node Type").asString().endsWith("Seq Scan"))
                .map(node -> node.path("Relation Name").asString())
                .filter(table -> !table.equals("triage"))
                .toList();
    }

    /** Rows that scans produced or threw away. */
    private static double rowsRead(JsonNode plan) {
        return nodes(plan)
                .filter(node -> node.has("Relation Name"))
                .mapToDouble(node -> node.path("Actual Loops").asDouble()
                        * (node.path("Actual Rows").asDouble()
                                + node.path("Rows Removed by Filter").asDouble(0)))
                .sum();
    }

    private static Stream<JsonNode> nodes(JsonNode plan) {
        return Stream.concat(Stream.of(plan), plan.path("Plans").valueStream().flatMap(PlansTest::nodes));
    }

    private static HistoryFilter filter(
            Optional<Instant> from, Optional<Instant> to, Set<JobStatus> statuses, Optional<String> text) {
        return new HistoryFilter(
                from,
                to,
                Optional.empty(),
                statuses,
                Optional.empty(),
                text,
                Optional.of(Language.PYTHON),
                Optional.empty(),
                HistoryFilter.Order.NEWEST,
                Optional.empty());
    }

    private static PageRequest page(Optional<Cursor> after) {
        return new PageRequest(20, after);
    }
}
