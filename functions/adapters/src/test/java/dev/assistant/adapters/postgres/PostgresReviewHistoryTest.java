package dev.assistant.adapters.postgres;

import static dev.assistant.testkit.FindingBuilder.aFinding;
import static dev.assistant.testkit.ReportBuilder.aReportOf;
import static dev.assistant.testkit.ReviewRequestBuilder.aReviewOf;
import static dev.assistant.testkit.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.idempotency.IdempotencyKey;
import dev.assistant.identity.User;
import dev.assistant.page.Cursor;
import dev.assistant.page.Page;
import dev.assistant.page.PageRequest;
import dev.assistant.review.HistoryFilter;
import dev.assistant.review.Language;
import dev.assistant.review.ReviewHistory;
import dev.assistant.review.ReviewReport;
import dev.assistant.review.ReviewSummary;
import dev.assistant.review.Reviews;
import dev.assistant.review.Severity;
import dev.assistant.review.SourceFile;
import dev.assistant.review.Verdict;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Jobs;
import dev.assistant.workflow.Leases;
import dev.assistant.workflow.Leases.Claim;
import dev.assistant.workflow.Produces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PostgresReviewHistoryTest {
    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");
    private static final Optional<IdempotencyKey> NO_KEY = Optional.empty();

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
    void shows_nothing_to_somebody_else() {
        User stranger = aUser().build();
        new PostgresUsers(database).add(stranger);
        add();

        assertThat(history()
                        .list(stranger.id(), HistoryFilter.ALL, firstPage(10))
                        .items())
                .isEmpty();
    }

    @Test
    void lists_a_review_with_what_came_of_it() {
        JobId job = reviews()
                .add(
                        aReviewOf(owner.id())
                                .withFiles(
                                        new SourceFile("app/db.py", Language.PYTHON, "x"),
                                        new SourceFile("app/ui.js", Language.JAVASCRIPT, "y"))
                                .build(),
                        NO_KEY,
                        NOW);
        ReviewSummary queued = onlyItem();
        assertThat(queued.issueCounts()).isEmpty();
        assertThat(queued.scores()).isEmpty();
        assertThat(queued.gate()).isEmpty();
        assertThat(queued.costUsd()).isZero();

        ReviewReport report = aReportOf(
                        aFinding().build(),
                        aFinding().withId("2").withSeverity(Severity.INFO).build())
                .costing("0.25")
                .build();
        complete(job, report, NOW);

        ReviewSummary completed = onlyItem();
        assertThat(completed.job()).isEqualTo(jobs().byId(owner.id(), job));
        assertThat(completed.language()).contains(Language.PYTHON);
        assertThat(completed.filePath()).isEqualTo("app/db.py");
        assertThat(completed.fileCount()).isEqualTo(2);
        assertThat(completed.issueCounts())
                .containsEntry(Severity.HIGH, 1)
                .containsEntry(Severity.INFO, 1)
                .containsEntry(Severity.CRITICAL, 0)
                .hasSize(5);
        assertThat(completed.scores()).contains(report.scores());
        assertThat(completed.gate()).contains(Verdict.Gate.FAILED);
        assertThat(completed.costUsd()).isEqualByComparingTo("0.25");
    }

    @ParameterizedTest
    @EnumSource
    void pages_through_the_history_in_either_order_missing_and_repeating_none(HistoryFilter.Order order) {
        HistoryFilter all = HistoryFilter.ALL.inOrder(order);
        List<JobId> added = new ArrayList<>();
        for (int n = 0; n < 7; n++) {
            // Three of them at the same moment.
            added.add(reviews().add(aReviewOf(owner.id()).build(), NO_KEY, NOW.plusSeconds(n < 3 ? 0 : n)));
        }

        List<ReviewSummary> walked = new ArrayList<>();
        Page<ReviewSummary> page = history().list(owner.id(), all, firstPage(2));
        walked.addAll(page.items());
        while (page.next().isPresent()) {
            assertThat(page.items()).hasSize(2);
            page = history().list(owner.id(), all, new PageRequest(2, page.next()));
            walked.addAll(page.items());
        }

        Comparator<Instant> earliestFirst = Comparator.naturalOrder();
        assertThat(walked).extracting(item -> item.job().id()).containsExactlyInAnyOrderElementsOf(added);
        assertThat(walked)
                .extracting(item -> item.job().createdAt())
                .isSortedAccordingTo(order == HistoryFilter.Order.OLDEST ? earliestFirst : earliestFirst.reversed());
        assertThat(history().list(owner.id(), all, firstPage(7)).next()).isEmpty();
    }

    @Test
    void does_not_show_what_came_after_the_first_page_on_the_second() {
        add();
        add();
        Page<ReviewSummary> first = history().list(owner.id(), HistoryFilter.ALL, firstPage(1));
        reviews().add(aReviewOf(owner.id()).build(), NO_KEY, NOW.plusSeconds(60));

        Page<ReviewSummary> second = history().list(owner.id(), HistoryFilter.ALL, new PageRequest(1, first.next()));

        assertThat(second.items()).hasSize(1).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isEmpty();
    }

    @Test
    void every_filter_narrows_and_all_of_them_together() {
        UUID project = project();
        SourceFile shop = new SourceFile("src/Shop_1.java", Language.JAVA, "class Shop {}");
        JobId match = reviews()
                .add(aReviewOf(owner.id()).withFiles(shop).ofProject(project).build(), NO_KEY, NOW);
        JobId other = reviews().add(aReviewOf(owner.id()).withWorkflow("other").build(), NO_KEY, NOW.plusSeconds(60));
        complete(other, aReportOf().build(), NOW.plusSeconds(70));

        assertThat(jobs(from(NOW.plusSeconds(60)))).containsExactly(other);
        assertThat(jobs(to(NOW.plusSeconds(60)))).containsExactly(match);
        assertThat(jobs(workflow("other"))).containsExactly(other);
        assertThat(jobs(workflow("none"))).isEmpty();
        assertThat(jobs(statuses(JobStatus.COMPLETED))).containsExactly(other);
        assertThat(jobs(statuses(JobStatus.QUEUED, JobStatus.RUNNING))).containsExactly(match);
        assertThat(jobs(statuses(JobStatus.QUEUED, JobStatus.COMPLETED))).containsExactly(other, match);
        assertThat(jobs(HistoryFilter.ALL.ofProject(project))).containsExactly(match);
        assertThat(jobs(HistoryFilter.ALL.ofProject(UUID.randomUUID()))).isEmpty();
        assertThat(jobs(text("shop_1"))).containsExactly(match);
        assertThat(jobs(text("shop%1"))).isEmpty();
        assertThat(jobs(language(Language.PYTHON))).containsExactly(other);
        assertThat(jobs(new HistoryFilter(
                        Optional.of(NOW),
                        Optional.of(NOW.plusSeconds(1)),
                        Optional.of("quick_code_review"),
                        Set.of(JobStatus.QUEUED),
                        Optional.of(project),
                        Optional.of("SHOP"),
                        Optional.of(Language.JAVA),
                        Optional.of(Produces.REVIEW),
                        HistoryFilter.Order.NEWEST,
                        Optional.empty())))
                .containsExactly(match);
    }

    @Test
    void a_filtered_list_is_walked_to_its_end() {
        List<JobId> wanted = new ArrayList<>();
        for (int n = 0; n < 9; n++) {
            JobId job = reviews()
                    .add(
                            aReviewOf(owner.id())
                                    .withWorkflow(n % 2 == 0 ? "even" : "odd")
                                    .build(),
                            NO_KEY,
                            NOW.plusSeconds(n));
            if (n % 2 == 0) {
                wanted.addFirst(job);
            }
        }

        List<JobId> walked = new ArrayList<>();
        PageRequest next = firstPage(2);
        Optional<Cursor> cursor;
        do {
            Page<ReviewSummary> page = history().list(owner.id(), workflow("even"), next);
            page.items().forEach(item -> walked.add(item.job().id()));
            cursor = page.next();
            next = new PageRequest(2, cursor);
        } while (cursor.isPresent());

        assertThat(walked).containsExactlyElementsOf(wanted);
    }

    private List<JobId> jobs(HistoryFilter filter) {
        return history().list(owner.id(), filter, firstPage(10)).items().stream()
                .map(item -> item.job().id())
                .toList();
    }

    private static HistoryFilter from(Instant from) {
        return filter(
                Optional.of(from), Optional.empty(), Optional.empty(), Set.of(), Optional.empty(), Optional.empty());
    }

    private static HistoryFilter to(Instant to) {
        return filter(
                Optional.empty(), Optional.of(to), Optional.empty(), Set.of(), Optional.empty(), Optional.empty());
    }

    private static HistoryFilter workflow(String name) {
        return filter(
                Optional.empty(), Optional.empty(), Optional.of(name), Set.of(), Optional.empty(), Optional.empty());
    }

    private static HistoryFilter statuses(JobStatus... statuses) {
        return filter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(statuses),
                Optional.empty(),
                Optional.empty());
    }

    private static HistoryFilter text(String text) {
        return filter(
                Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Optional.of(text), Optional.empty());
    }

    private static HistoryFilter language(Language language) {
        return filter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.of(language));
    }

    private static HistoryFilter filter(
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<String> workflow,
            Set<JobStatus> statuses,
            Optional<String> text,
            Optional<Language> language) {
        return new HistoryFilter(
                from,
                to,
                workflow,
                statuses,
                Optional.empty(),
                text,
                language,
                Optional.empty(),
                HistoryFilter.Order.NEWEST,
                Optional.empty());
    }

    private UUID project() {
        return database.query(
                sql -> sql.sql("insert into projects (user_id, name) values (:owner, 'shop') returning id")
                        .param("owner", owner.id().value())
                        .query(UUID.class)
                        .single());
    }

    private JobId add() {
        return reviews().add(aReviewOf(owner.id()).build(), NO_KEY, NOW);
    }

    private void complete(JobId job, ReviewReport report, Instant at) {
        Claim.Granted granted = (Claim.Granted) leases().claim(job, "worker", NOW);
        reviews().complete(granted.lease(), report, at);
    }

    private ReviewSummary onlyItem() {
        Page<ReviewSummary> page = history().list(owner.id(), HistoryFilter.ALL, firstPage(10));
        assertThat(page.items()).hasSize(1);
        return page.items().getFirst();
    }

    private static PageRequest firstPage(int limit) {
        return new PageRequest(limit, Optional.empty());
    }

    private static ReviewHistory history() {
        return new PostgresReviewHistory(database);
    }

    private static Reviews reviews() {
        return new PostgresReviews(database, new InMemorySources());
    }

    private static Leases leases() {
        return new PostgresLeases(database);
    }

    private static Jobs jobs() {
        return new PostgresJobs(database);
    }
}
