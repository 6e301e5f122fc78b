package dev.assistant.api.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Call;
import dev.assistant.api.harness.Contract;
import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import dev.assistant.api.harness.Surroundings;
import dev.assistant.api.harness.Worker;
import dev.assistant.progress.ConnectionId;
import dev.assistant.progress.JobEvent;
import dev.assistant.testkit.FindingBuilder;
import dev.assistant.testkit.ReportBuilder;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Lease;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Reading, cancelling and listing reviews. */
final class ReviewTest {
    private static final Gateway GATEWAY = new Gateway(Surroundings.fresh());
    private static final Worker WORKER = new Worker(GATEWAY.surroundings());

    private final Person ada = Person.signedUp(GATEWAY);

    @Test
    void results_come_when_the_review_has_completed_and_not_before() {
        String job = submit(ada);
        Reply early = ada.get("/code-review/" + job + "/results").send();

        complete(job);
        Reply results = ada.get("/code-review/" + job + "/results").send();

        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text("/detail")).contains("queued");
        assertThat(results.status()).isEqualTo(200);
        assertThat(results.text("/job_id")).isEqualTo(job);
        assertThat(results.text("/analysis_mode")).isEqualTo("deterministic");
        assertThat(results.json().at("/results/issues").size()).isEqualTo(2);
        assertThat(ada.get("/code-review/" + job).send().text("/status")).isEqualTo("completed");
    }

    @Test
    void results_come_in_the_form_that_is_asked_for() {
        String job = submit(ada);
        complete(job);

        assertThat(formOf(job, "", "")).startsWith("application/json");
        assertThat(formOf(job, "*/*", "")).startsWith("application/json");
        assertThat(formOf(job, "application/json, text/plain, */*", "")).startsWith("application/json");
        assertThat(formOf(job, "text/html, application/xhtml+xml, */*;q=0.8", ""))
                .startsWith("application/json");
        assertThat(formOf(job, "application/sarif+json", "")).isEqualTo("application/sarif+json");
        assertThat(formOf(job, "application/sarif+json, */*", "")).isEqualTo("application/sarif+json");
        assertThat(formOf(job, "application/json;q=0.2, text/*;q=0.9", "")).isEqualTo("text/markdown; charset=utf-8");
        assertThat(formOf(job, "application/json", "sarif")).isEqualTo("application/sarif+json");
        assertThat(formOf(job, "image/png", "markdown")).isEqualTo("text/markdown; charset=utf-8");
    }

    private String formOf(String job, String accept, String format) {
        Call call = ada.get("/code-review/" + job + "/results");
        if (!accept.isEmpty()) {
            call.header("Accept", accept);
        }
        if (!format.isEmpty()) {
            call.query("format", format);
        }
        Reply reply = call.send();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers("Vary")).contains("Accept");
        return reply.header("Content-Type");
    }

    @Test
    void results_in_no_known_form_are_refused() {
        String job = submit(ada);
        complete(job);
        String path = "/code-review/" + job + "/results";

        Reply media = ada.get(path)
                .header("Accept", "image/png, application/json;q=0")
                .send();
        Reply format = ada.get(path).query("format", "xml").send();

        assertThat(media.status()).isEqualTo(406);
        assertThat(media.text("/detail")).contains("application/sarif+json");
        assertThat(format.status()).isEqualTo(422);
        assertThat(format.complaintFields()).containsExactly("format");
    }

    @Test
    void sarif_and_markdown_are_files_about_the_same_issues() {
        String job = submit(ada);
        complete(job);
        String path = "/code-review/" + job + "/results";

        Reply sarif = ada.get(path).query("format", "sarif").send();
        Reply markdown = ada.get(path).query("format", "markdown").send();

        assertThat(sarif.json().at("/runs/0/results").size()).isEqualTo(2);
        assertThat(sarif.header("Content-Disposition")).isEqualTo("attachment; filename=\"review-" + job + ".sarif\"");
        assertThat(markdown.body()).contains("# Code review: failed", "python:S2077");
        assertThat(markdown.header("Content-Disposition")).endsWith(".md\"");
    }

    @Test
    void events_are_read_after_a_number() {
        String job = submit(ada);
        Lease lease = WORKER.take(job);
        WORKER.tell(lease, new JobEvent.Progressed("analyzing", 10));
        WORKER.tell(lease, new JobEvent.AgentSpoke("code_analyzer", "Reading 1 file."));
        WORKER.tell(
                lease, new JobEvent.FindingReported(FindingBuilder.aFinding().build()));
        WORKER.tell(lease, new JobEvent.Ended(JobStatus.COMPLETED, "1 issue found."));

        Reply all = ada.get("/code-review/" + job + "/events").send();
        Reply rest = ada.get("/code-review/" + job + "/events")
                .query("last_seq", "2")
                .send();

        assertThat(all.json().path("items").size()).isEqualTo(4);
        assertThat(rest.json().path("items").size()).isEqualTo(2);
        assertThat(rest.text("/items/0/type")).isEqualTo("issue");
        assertThat(rest.text("/items/1/seq")).isEqualTo("4");
        for (String junk : List.of("-1", "x", "1.5", "99999999999999999999")) {
            assertThat(ada.get("/code-review/" + job + "/events")
                            .query("last_seq", junk)
                            .send()
                            .complaintFields())
                    .containsExactly("last_seq");
        }
    }

    @Test
    void a_queued_review_is_cancelled_at_once_and_whoever_watches_is_told() {
        String job = submit(ada);
        ConnectionId watcher = WORKER.watch(job, ada.id());

        Reply reply = ada.call("DELETE", "/code-review/" + job).send();

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.text("/status")).isEqualTo("cancelled");
        assertThat(WORKER.enqueuedConnections()).contains(watcher);
        Reply events = ada.get("/code-review/" + job + "/events").send();
        assertThat(events.text("/items/0/type")).isEqualTo("completed");
        assertThat(events.text("/items/0/status")).isEqualTo("cancelled");
        assertThat(ada.get("/code-review/" + job + "/results").send().status()).isEqualTo(409);
    }

    @Test
    void cancelling_again_changes_nothing_and_tells_nothing_twice() {
        String job = submit(ada);
        ada.call("DELETE", "/code-review/" + job).send();

        Reply again = ada.call("DELETE", "/code-review/" + job).send();

        assertThat(again.status()).isEqualTo(202);
        assertThat(ada.get("/code-review/" + job + "/events")
                        .send()
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void a_running_review_is_left_to_its_worker_and_a_completed_one_stays() {
        String running = submit(ada);
        WORKER.take(running);
        String completed = submit(ada);
        complete(completed);

        assertThat(ada.call("DELETE", "/code-review/" + running).send().text("/status"))
                .isEqualTo("running");
        assertThat(ada.call("DELETE", "/code-review/" + completed).send().status())
                .isEqualTo(409);
    }

    @Test
    void somebody_elses_review_is_as_unknown_as_none() {
        String job = submit(ada);
        complete(job);
        Person eve = Person.signedUp(GATEWAY);

        for (Contract.Described operation : operationsOnOneReview()) {
            for (String id : List.of(job, UUID.randomUUID().toString(), "nonsense", "1-1-1-1-1")) {
                Call call = eve.call(operation.method(), operation.path().replace("{job_id}", id));
                Reply reply = switch (operation.method()) {
                    case "PATCH" -> call.json(Map.of("state", "open")).send();
                    case "PUT" -> call.json(Map.of("helpful", true)).send();
                    default -> call.send();
                };

                assertThat(reply.status()).as(operation.id() + " " + id).isEqualTo(404);
                assertThat(reply.text("/detail")).doesNotContain(job);
            }
        }
        assertThat(ada.get("/code-review/" + job).send().text("/status")).isEqualTo("completed");
    }

    @Test
    void history_shows_ones_own_reviews_newest_first() {
        String first = submit(ada);
        String second = submit(ada);
        complete(first);
        submit(Person.signedUp(GATEWAY));

        Reply reply = ada.get("/code-review/history").send();

        assertThat(jobs(reply)).containsExactly(second, first);
        assertThat(reply.json().at("/items/0/issue_counts").isNull()).isTrue();
        assertThat(reply.text("/items/0/file_path")).isEqualTo("app/db.py");
        assertThat(reply.text("/items/0/language")).isEqualTo("python");
        assertThat(reply.text("/items/1/gate")).isEqualTo("failed");
        assertThat(reply.json().at("/items/1/issue_counts/high").asInt()).isPositive();
        assertThat(reply.json().path("next_cursor").isNull()).isTrue();
    }

    @Test
    void history_is_walked_by_cursor_and_misses_nothing_that_was_there() {
        List<String> submitted = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            submitted.addFirst(submit(ada));
        }
        List<String> seen = new ArrayList<>();
        Reply page = ada.get("/code-review/history").query("limit", "2").send();
        seen.addAll(jobs(page));
        submit(ada);
        while (!page.json().path("next_cursor").isNull()) {
            page = ada.get("/code-review/history")
                    .query("limit", "2")
                    .query("cursor", page.text("/next_cursor"))
                    .send();
            seen.addAll(jobs(page));
        }

        assertThat(seen).isEqualTo(submitted);
    }

    @Test
    void a_page_that_cannot_be_is_named() {
        for (String limit : List.of("0", "101", "-1", "x", "")) {
            assertThat(ada.get("/code-review/history")
                            .query("limit", limit)
                            .send()
                            .complaintFields())
                    .containsExactly("limit");
        }
        for (String cursor : List.of("", "x", "%00", "AAAA", "_".repeat(32), "A".repeat(31) + "!")) {
            assertThat(ada.get("/code-review/history")
                            .query("cursor", cursor)
                            .send()
                            .complaintFields())
                    .containsExactly("cursor");
        }
    }

    private static List<Contract.Described> operationsOnOneReview() {
        return new Contract()
                .operations().stream()
                        .filter(operation -> operation.path().contains("{job_id}"))
                        .toList();
    }

    private static String submit(Person person) {
        return person.post("/code-review")
                .json(Map.of("code", "x = 1\n", "language", "python", "file_path", "app/db.py"))
                .send()
                .text("/job_id");
    }

    private static void complete(String job) {
        WORKER.complete(
                WORKER.take(job),
                ReportBuilder.aReportOf(
                                FindingBuilder.aFinding().build(),
                                FindingBuilder.aFinding()
                                        .withId("second")
                                        .aboutTheWholeFile()
                                        .build())
                        .build());
    }

    private static List<String> jobs(Reply reply) {
        return reply.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("job_id").asString())
                .toList();
    }
}
