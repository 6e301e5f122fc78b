package dev.assistant.api.reviews;

import static dev.assistant.testkit.FindingBuilder.aFinding;
import static dev.assistant.testkit.ReportBuilder.aReportOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import dev.assistant.api.harness.Worker;
import dev.assistant.review.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people decide about issues, and where it is remembered. */
class TriageTest {
    private static final Gateway GATEWAY = Gateway.shared();
    private static final Worker WORKER = new Worker(GATEWAY.surroundings());
    private static final Map<String, Object> DISMISSAL =
            Map.of("state", "dismissed", "reason", "false_positive", "comment", "The name is a constant.");

    private final Person ada = Person.signedUp(GATEWAY);

    @Test
    void a_dismissed_issue_stays_visible_as_such_in_every_form() {
        String job = reviewed(Map.of());

        Reply decided = decide(ada, job, DISMISSAL);
        Reply results = ada.get("/code-review/" + job + "/results").send();
        Reply sarif = ada.get("/code-review/" + job + "/results")
                .query("format", "sarif")
                .send();
        Reply markdown = ada.get("/code-review/" + job + "/results")
                .query("format", "markdown")
                .send();

        assertThat(decided.status()).isEqualTo(200);
        assertThat(decided.text("/triage/state")).isEqualTo("dismissed");
        assertThat(decided.text("/triage/author_id")).isEqualTo(ada.id());
        assertThat(results.text("/results/issues/0/triage/reason")).isEqualTo("false_positive");
        assertThat(results.text("/results/issues/0/triage/comment")).isEqualTo("The name is a constant.");
        assertThat(sarif.text("/runs/0/results/0/suppressions/0/status")).isEqualTo("accepted");
        assertThat(markdown.body()).contains("## Dismissed (1)");
    }

    @Test
    void a_project_remembers_for_its_other_reviews_and_a_lone_review_for_itself() {
        String project = project(ada);
        String first = reviewed(Map.of("project_id", project));
        String second = reviewed(Map.of("project_id", project));
        String lone = reviewed(Map.of());

        decide(ada, first, DISMISSAL);

        assertThat(stateIn(second)).isEqualTo("dismissed");
        assertThat(stateIn(lone)).isEqualTo("open");

        decide(ada, second, Map.of("state", "open"));

        assertThat(stateIn(first)).isEqualTo("open");
    }

    @Test
    void the_memory_of_a_project_is_listed_page_by_page_and_entries_can_be_forgotten() {
        String project = project(ada);
        String job = reviewed(Map.of("project_id", project), "one", "two", "three");
        for (String issue : List.of("one", "two", "three")) {
            decide(ada, job, issue, DISMISSAL);
        }
        String path = "/projects/" + project + "/triage";

        Reply page = ada.get(path).query("limit", "2").send();
        Reply rest = ada.get(path)
                .query("limit", "2")
                .query("cursor", page.text("/next_cursor"))
                .send();
        Reply forgotten =
                ada.call("DELETE", path + "/" + page.text("/items/0/id")).send();

        assertThat(page.json().path("items").size()).isEqualTo(2);
        assertThat(page.text("/items/0/job_id")).isEqualTo(job);
        assertThat(page.text("/items/0/fingerprint")).isEqualTo("fingerprint-three");
        assertThat(rest.json().path("items").size()).isEqualTo(1);
        assertThat(rest.json().path("next_cursor").isNull()).isTrue();
        assertThat(forgotten.status()).isEqualTo(204);
        assertThat(ada.get(path).send().json().path("items").size()).isEqualTo(2);
        assertThat(stateIn(job)).isEqualTo("dismissed");
        assertThat(ada.call("DELETE", path + "/" + page.text("/items/0/id"))
                        .send()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void decisions_that_make_no_sense_are_refused_by_field() {
        String job = reviewed(Map.of());
        Instant past = Instant.now().minus(Duration.ofMinutes(1));
        Instant future = Instant.now().plus(Duration.ofDays(1));

        assertThat(decide(ada, job, Map.of("state", "gone")).complaintFields()).containsExactly("state");
        assertThat(decide(ada, job, Map.of()).complaintFields()).containsExactly("state");
        assertThat(decide(ada, job, Map.of("state", "dismissed")).complaintFields())
                .containsExactly("reason");
        assertThat(decide(ada, job, Map.of("state", "dismissed", "reason", "boring"))
                        .complaintFields())
                .containsExactly("reason");
        assertThat(decide(ada, job, Map.of("state", "accepted", "reason", "other"))
                        .complaintFields())
                .containsExactly("reason");
        assertThat(decide(ada, job, Map.of("state", "accepted", "expires_at", past.toString()))
                        .complaintFields())
                .containsExactly("expires_at");
        assertThat(decide(ada, job, Map.of("state", "open", "expires_at", future.toString()))
                        .complaintFields())
                .containsExactly("expires_at");
        assertThat(decide(ada, job, Map.of("state", "accepted", "comment", "x".repeat(2_001)))
                        .complaintFields())
                .containsExactly("comment");
        assertThat(stateIn(job)).isEqualTo("open");
    }

    @Test
    void only_the_owner_decides_and_only_about_issues_that_there_are() {
        String project = project(ada);
        String job = reviewed(Map.of("project_id", project));
        Person eve = Person.signedUp(GATEWAY);
        decide(ada, job, DISMISSAL);
        String entry = ada.get("/projects/" + project + "/triage").send().text("/items/0/id");

        assertThat(decide(eve, job, Map.of("state", "open")).status()).isEqualTo(404);
        assertThat(eve.get("/projects/" + project + "/triage").send().status()).isEqualTo(404);
        assertThat(eve.call("DELETE", "/projects/" + project + "/triage/" + entry)
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(decide(ada, job, "nothing", DISMISSAL).status()).isEqualTo(404);
        assertThat(decide(ada, UUID.randomUUID().toString(), DISMISSAL).status())
                .isEqualTo(404);
        assertThat(stateIn(job)).isEqualTo("dismissed");
    }

    @Test
    void an_unfinished_review_has_nothing_to_decide_about() {
        String job = submit(ada, Map.of());

        assertThat(decide(ada, job, DISMISSAL).status()).isEqualTo(409);
    }

    @Test
    void a_baseline_is_a_completed_review_of_the_same_owner() {
        String done = reviewed(Map.of());
        String queued = submit(ada, Map.of());
        Person eve = Person.signedUp(GATEWAY);

        assertThat(send(ada, Map.of("baseline_job_id", done)).status()).isEqualTo(202);
        assertThat(send(ada, Map.of("baseline_job_id", queued)).complaintFields())
                .containsExactly("baseline_job_id");
        assertThat(send(eve, Map.of("baseline_job_id", done)).status()).isEqualTo(404);
        assertThat(send(ada, Map.of("baseline_job_id", UUID.randomUUID().toString()))
                        .status())
                .isEqualTo(404);
    }

    private String stateIn(String job) {
        return ada.get("/code-review/" + job + "/results").send().text("/results/issues/0/triage/state");
    }

    private static Reply decide(Person person, String job, Map<String, ?> decision) {
        return decide(person, job, "one", decision);
    }

    private static Reply decide(Person person, String job, String issue, Map<String, ?> decision) {
        return person.call("PATCH", "/code-review/" + job + "/issues/" + issue)
                .json(decision)
                .send();
    }

    private String reviewed(Map<String, String> more, String... issues) {
        String job = submit(ada, more);
        String[] ids = issues.length == 0 ? new String[] {"one"} : issues;
        WORKER.complete(
                WORKER.take(job),
                aReportOf(List.of(ids).stream()
                                .map(id -> aFinding()
                                        .withId(id)
                                        .withFingerprint("fingerprint-" + id)
                                        .build())
                                .toArray(Finding[]::new))
                        .build());
        return job;
    }

    private static String submit(Person person, Map<String, String> more) {
        return send(person, more).text("/job_id");
    }

    private static Reply send(Person person, Map<String, String> more) {
        Map<String, String> body = new HashMap<>(more);
        body.put("code", "print(1)");
        return person.post("/code-review").json(body).send();
    }

    private static String project(Person owner) {
        String id = UUID.randomUUID().toString();
        GATEWAY.surroundings()
                .sql("insert into projects (id, user_id, name) values ('%s', '%s', 'one')".formatted(id, owner.id()));
        return id;
    }
}
