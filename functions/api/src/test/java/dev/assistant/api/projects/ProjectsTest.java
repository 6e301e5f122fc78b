package dev.assistant.api.projects;

import static dev.assistant.testkit.FindingBuilder.aFinding;
import static dev.assistant.testkit.ReportBuilder.aReportOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Call;
import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import dev.assistant.api.harness.Surroundings;
import dev.assistant.api.harness.Worker;
import dev.assistant.testkit.Concurrently;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Making, finding, changing and deleting projects. */
final class ProjectsTest {
    private static final Gateway GATEWAY = new Gateway(Surroundings.fresh());
    private static final Worker WORKER = new Worker(GATEWAY.surroundings());
    private static final Map<String, Object> SHOP = Map.of(
            "name", " Shop ",
            "description", "The web shop.",
            "repository_url", "https://github.com/example/shop",
            "language", "typescript",
            "quality_gate",
                    Map.of(
                            "conditions",
                            List.of(
                                    Map.of("metric", "new_high_issues", "operator", "<=", "threshold", 2),
                                    Map.of("metric", "security_score", "threshold", 8))),
            "ignore_globs", List.of("dist/", "*.min.js"));

    private final Person ada = Person.signedUp(GATEWAY);

    @Test
    void a_new_project_comes_back_as_it_was_made() {
        Reply made = create(SHOP);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo("/api/v1/projects/" + made.text("/id"));
        Reply read = ada.get("/projects/" + made.text("/id")).send();
        assertThat(read.json()).isEqualTo(made.json());
        assertThat(read.text("/name")).isEqualTo("Shop");
        assertThat(read.text("/description")).isEqualTo("The web shop.");
        assertThat(read.text("/repository_url")).isEqualTo("https://github.com/example/shop");
        assertThat(read.text("/language")).isEqualTo("typescript");
        assertThat(read.json().at("/quality_gate/is_default").asBoolean()).isFalse();
        assertThat(read.text("/quality_gate/conditions/1/operator")).isEqualTo(">=");
        assertThat(read.json().at("/ignore_globs").toString()).isEqualTo("[\"dist/\",\"*.min.js\"]");
        assertThat(read.json().at("/last_review").isNull()).isTrue();
    }

    @Test
    void a_project_that_says_nothing_has_the_products_own_gate() {
        Reply made = create(Map.of("name", "Plain"));

        assertThat(made.json().at("/quality_gate/is_default").asBoolean()).isTrue();
        assertThat(made.json()
                        .at("/quality_gate/conditions")
                        .valueStream()
                        .map(c -> c.path("metric").asString()))
                .containsExactly("critical_issues", "high_issues", "security_score");
        assertThat(made.json().at("/ignore_globs").size()).isZero();
    }

    @Test
    void everything_wrong_with_a_project_is_said_at_once() {
        Map<String, Object> wrong = Map.of(
                "name", "x".repeat(101),
                "description", "x".repeat(2001),
                "repository_url", "https://ada:secret@example.com/shop",
                "language", "klingon",
                "quality_gate", Map.of("conditions", List.of(Map.of("metric", "beauty", "threshold", 1))),
                "ignore_globs", List.of("ok", "*.{js,ts}"));

        Reply refused = create(wrong);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.complaintFields())
                .containsExactlyInAnyOrder(
                        "name",
                        "description",
                        "repository_url",
                        "language",
                        "quality_gate.conditions[0].metric",
                        "ignore_globs[1]");
        assertThat(refused.body()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":null}",
                "{\"name\":\"  \"}",
                "{\"name\":7}",
                "{\"name\":\"a\",\"quality_gate\":[]}",
                "{\"name\":\"a\",\"quality_gate\":{}}",
                "{\"name\":\"a\",\"quality_gate\":{\"conditions\":[{\"metric\":\"issues\"}]}}",
                "{\"name\":\"a\",\"quality_gate\":{\"conditions\":[{\"metric\":\"issues\",\"threshold\":1.5}]}}",
                "{\"name\":\"a\",\"quality_gate\":{\"conditions\":[{\"metric\":\"issues\",\"threshold\":99999999999999999999}]}}",
                "{\"name\":\"a\",\"ignore_globs\":\"dist\"}",
                "{\"name\":\"a\",\"ignore_globs\":[null]}",
                "{\"name\":\"a\",\"repository_url\":\"http://example.com\"}",
                "{\"name\":\"a\",\"repository_url\":\"javascript:alert(1)\"}"
            })
    void what_is_no_project_is_refused(String body) {
        assertThat(ada.post("/projects").text("application/json", body).send().status())
                .isEqualTo(422);
    }

    @Test
    void a_name_is_taken_once_whatever_its_case_and_by_one_person_only() {
        String id = create(Map.of("name", "Shop")).text("/id");
        String other = create(Map.of("name", "Other")).text("/id");
        Person bob = Person.signedUp(GATEWAY);

        assertThat(create(Map.of("name", "SHOP")).status()).isEqualTo(409);
        assertThat(change(other, Map.of("name", "shop")).status()).isEqualTo(409);
        assertThat(change(id, Map.of("name", "SHOP")).status()).isEqualTo(200);
        assertThat(bob.post("/projects").json(Map.of("name", "Shop")).send().status())
                .isEqualTo(201);
    }

    @Test
    void a_repeated_request_makes_one_project() {
        List<Reply> replies = Concurrently.run(
                4, n -> () -> keyed("key-1", Map.of("name", "Once")).send());

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(201));
        assertThat(replies.stream().map(reply -> reply.text("/id")))
                .containsOnly(replies.getFirst().text("/id"));
        assertThat(names("")).containsExactly("Once");
        assertThat(keyed("key-1", Map.of("name", "Twice")).send().status()).isEqualTo(409);
        assertThat(names("")).containsExactly("Once");
    }

    @Test
    void a_key_of_a_review_is_no_key_of_a_project() {
        ada.post("/code-review")
                .header("Idempotency-Key", "shared")
                .json(Map.of("code", "x = 1"))
                .send();

        assertThat(keyed("shared", Map.of("name", "Shop")).send().status()).isEqualTo(409);
    }

    @Test
    void the_key_of_a_deleted_project_can_be_used_again() {
        String id = keyed("again", Map.of("name", "Shop")).send().text("/id");
        ada.call("DELETE", "/projects/" + id).send();

        Reply second = keyed("again", Map.of("name", "Shop")).send();

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text("/id")).isNotEqualTo(id);
    }

    @Test
    void a_change_leaves_what_it_does_not_name_and_removes_what_is_null() {
        String id = create(SHOP).text("/id");
        Map<String, Object> change = new HashMap<>();
        change.put("description", null);
        change.put("quality_gate", null);
        change.put("ignore_globs", List.of("gen/"));

        Reply changed = change(id, change);

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().at("/description").isNull()).isTrue();
        assertThat(changed.json().at("/quality_gate/is_default").asBoolean()).isTrue();
        assertThat(changed.text("/ignore_globs/0")).isEqualTo("gen/");
        assertThat(changed.text("/name")).isEqualTo("Shop");
        assertThat(changed.text("/repository_url")).isEqualTo("https://github.com/example/shop");
        assertThat(changed.text("/language")).isEqualTo("typescript");
        assertThat(ada.get("/projects/" + id).send().json()).isEqualTo(changed.json());
    }

    @Test
    void a_refused_change_changes_nothing() {
        Reply made = create(SHOP);

        Reply refused = change(made.text("/id"), Map.of("name", "New", "language", "klingon"));

        assertThat(refused.complaintFields()).containsExactly("language");
        assertThat(ada.get("/projects/" + made.text("/id")).send().json()).isEqualTo(made.json());
    }

    @Test
    void projects_are_found_by_text_and_by_language() {
        create(Map.of("name", "Shop", "language", "go"));
        create(Map.of("name", "Blog", "description", "100%_sure", "language", "php"));
        create(Map.of("name", "Site", "repository_url", "https://example.com/SHOPPING", "language", "php"));

        assertThat(list(Map.of("q", "shop"))).containsExactlyInAnyOrder("Shop", "Site");
        assertThat(list(Map.of("q", "%_s"))).containsExactly("Blog");
        assertThat(list(Map.of("q", "%"))).containsExactly("Blog");
        assertThat(list(Map.of("q", "nothing"))).isEmpty();
        assertThat(list(Map.of("language", "php"))).containsExactlyInAnyOrder("Blog", "Site");
        assertThat(list(Map.of("language", "php", "q", "shop"))).containsExactly("Site");
        assertThat(ada.get("/projects")
                        .query("language", "klingon")
                        .query("sort", "size")
                        .send()
                        .complaintFields())
                .containsExactlyInAnyOrder("language", "sort");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "created_at", "updated_at", "last_review_at"})
    void every_order_is_walked_missing_and_repeating_none(String sort) {
        List<String> ids = new ArrayList<>();
        for (String name : List.of("b", "A", "ä", "C", "d")) {
            ids.add(create(Map.of("name", name)).text("/id"));
        }
        change(ids.get(1), Map.of("description", "changed"));
        review(ids.get(3));
        review(ids.get(0));

        List<String> walked = new ArrayList<>();
        String cursor = "";
        do {
            Call call = ada.get("/projects").query("sort", sort).query("limit", "2");
            Reply page = (cursor.isEmpty() ? call : call.query("cursor", cursor)).send();
            assertThat(page.status()).isEqualTo(200);
            page.json()
                    .path("items")
                    .forEach(item -> walked.add(item.path("name").asString()));
            cursor = page.json().path("next_cursor").asString("");
        } while (!cursor.isEmpty());

        assertThat(walked)
                .containsExactlyElementsOf(
                        switch (sort) {
                            case "name" -> List.of("A", "b", "C", "d", "ä");
                            case "created_at" -> List.of("d", "C", "ä", "A", "b");
                            case "updated_at" -> List.of("A", "d", "C", "ä", "b");
                            default -> List.of("b", "C", "d", "ä", "A");
                        });
    }

    @Test
    void a_project_shows_its_newest_review_and_what_came_of_it() {
        String id = create(Map.of("name", "Shop")).text("/id");
        review(id);
        String newest = review(id);
        assertThat(ada.get("/projects/" + id).send().text("/last_review/status"))
                .isEqualTo("queued");
        assertThat(ada.get("/projects/" + id)
                        .send()
                        .json()
                        .at("/last_review/gate")
                        .isNull())
                .isTrue();

        WORKER.complete(WORKER.take(newest), aReportOf(aFinding().build()).build());

        JsonNode last = ada.get("/projects").send().json().at("/items/0/last_review");
        assertThat(last.path("job_id").asString()).isEqualTo(newest);
        assertThat(last.path("status").asString()).isEqualTo("completed");
        assertThat(last.path("gate").asString()).isEqualTo("failed");
        assertThat(last.at("/issue_counts/high").asInt()).isEqualTo(1);
    }

    @Test
    void a_projects_reviews_are_listed_newest_first_and_no_others() {
        String id = create(Map.of("name", "Shop")).text("/id");
        String other = create(Map.of("name", "Other")).text("/id");
        String first = review(id);
        String second = review(id);
        review(other);

        assertThat(ada.get("/projects/" + id + "/reviews")
                        .send()
                        .json()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("job_id").asString()))
                .containsExactly(second, first);
    }

    @Test
    void deleting_a_project_keeps_its_reviews() {
        String id = create(Map.of("name", "Shop")).text("/id");
        String job = review(id);

        assertThat(ada.call("DELETE", "/projects/" + id).send().status()).isEqualTo(204);

        assertThat(ada.get("/projects/" + id).send().status()).isEqualTo(404);
        assertThat(ada.call("DELETE", "/projects/" + id).send().status()).isEqualTo(404);
        Reply history = ada.get("/code-review/history").send();
        assertThat(history.text("/items/0/job_id")).isEqualTo(job);
        assertThat(history.json().at("/items/0/project_id").isNull()).isTrue();
    }

    @Test
    void nobody_sees_or_changes_somebody_elses_project() {
        Reply made = create(SHOP);
        String id = made.text("/id");
        Person bob = Person.signedUp(GATEWAY);

        for (String path : List.of("/projects/" + id, "/projects/" + UUID.randomUUID(), "/projects/none")) {
            assertThat(bob.get(path).send().status()).isEqualTo(404);
            assertThat(bob.get(path + "/reviews").send().status()).isEqualTo(404);
            assertThat(bob.call("PATCH", path)
                            .json(Map.of("name", "Mine"))
                            .send()
                            .status())
                    .isEqualTo(404);
            assertThat(bob.call("DELETE", path).send().status()).isEqualTo(404);
        }
        assertThat(bob.get("/projects").send().json().path("items").size()).isZero();
        assertThat(bob.post("/code-review")
                        .json(Map.of("code", "x = 1", "project_id", id))
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(ada.get("/projects/" + id).send().json()).isEqualTo(made.json());
    }

    private Reply create(Map<String, Object> project) {
        return ada.post("/projects").json(project).send();
    }

    private Call keyed(String key, Map<String, Object> project) {
        return ada.post("/projects").header("Idempotency-Key", key).json(project);
    }

    private Reply change(String id, Map<String, Object> change) {
        return ada.call("PATCH", "/projects/" + id).json(change).send();
    }

    private String review(String project) {
        return ada.post("/code-review")
                .json(Map.of("code", "x = 1", "project_id", project))
                .send()
                .text("/job_id");
    }

    private List<String> names(String text) {
        return list(Map.of("q", text));
    }

    private List<String> list(Map<String, String> query) {
        Call call = ada.get("/projects");
        query.forEach(call::query);
        return call.send()
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("name").asString())
                .toList();
    }
}
