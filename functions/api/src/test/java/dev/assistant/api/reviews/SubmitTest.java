package dev.assistant.api.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Call;
import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import dev.assistant.api.harness.Surroundings;
import dev.assistant.api.harness.Worker;
import dev.assistant.testkit.Concurrently;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Submitting code. */
final class SubmitTest {
    private static final Gateway GATEWAY = new Gateway(Surroundings.fresh());
    private static final Worker WORKER = new Worker(GATEWAY.surroundings());
    private static final String CODE = "def f(name):\n    return 'x' + name\n";

    private final Person ada = Person.signedUp(GATEWAY);

    @Test
    void a_submission_is_queued_and_says_where_to_look() {
        Reply reply = submit(Map.of(
                "code", CODE,
                "language", "python",
                "focus_areas", List.of("security", "performance"),
                "workflow", "quick_code_review",
                "file_path", "app/db.py"));

        String job = reply.text("/job_id");
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.text("/status")).isEqualTo("queued");
        assertThat(reply.header("Location")).isEqualTo("/api/v1/code-review/" + job);
        assertThat(reply.text("/websocket_url")).isEqualTo("/api/v1/ws/" + job);
        assertThat(reply.json().path("estimated_duration").asInt()).isPositive();
        assertThat(WORKER.enqueuedJobs()).contains(job);
        Reply status = ada.get("/code-review/" + job).send();
        assertThat(status.text("/status")).isEqualTo("queued");
        assertThat(status.text("/created_at")).isEqualTo(reply.text("/created_at"));
    }

    @Test
    void files_come_back_as_they_were_submitted_with_their_languages() {
        Reply reply = submit(Map.of(
                "files",
                List.of(
                        Map.of("path", "src/Main.java", "content", "class Main {}\r\n"),
                        Map.of("path", "run", "content", "#!/bin/sh\necho \"ä\"\n"),
                        Map.of("path", "notes.md", "content", "select 1", "language", "sql"),
                        Map.of("path", "empty.py", "content", ""))));

        JsonNode files = ada.get("/code-review/" + reply.text("/job_id") + "/files")
                .send()
                .json()
                .path("items");

        assertThat(texts(files, "path")).containsExactly("src/Main.java", "run", "notes.md", "empty.py");
        assertThat(texts(files, "language")).containsExactly("java", "shell", "sql", "python");
        assertThat(texts(files, "content"))
                .containsExactly("class Main {}\r\n", "#!/bin/sh\necho \"ä\"\n", "select 1", "");
    }

    @Test
    void pasted_code_gets_a_name_by_its_language() {
        Reply reply = submit(Map.of("code", CODE));

        JsonNode file = ada.get("/code-review/" + reply.text("/job_id") + "/files")
                .send()
                .json()
                .at("/items/0");

        assertThat(file.path("path").asString()).isEqualTo("snippet.py");
        assertThat(file.path("language").asString()).isEqualTo("python");
    }

    @Test
    void code_too_large_for_a_row_comes_back_whole() {
        String large = "# a comment that is not very interesting\n".repeat(30_000);

        Reply reply = submit(Map.of("code", large, "language", "python"));

        assertThat(reply.status()).isEqualTo(202);
        assertThat(ada.get("/code-review/" + reply.text("/job_id") + "/files")
                        .send()
                        .text("/items/0/content"))
                .isEqualTo(large);
    }

    @Test
    void everything_wrong_with_a_submission_is_said_at_once() {
        Reply reply = submit(Map.of(
                "code", " \n",
                "language", "klingon",
                "focus_areas", List.of("security", "beauty"),
                "workflow", "magic",
                "file_path", "../etc/passwd"));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.complaintFields())
                .containsExactlyInAnyOrder("code", "language", "focus_areas[1]", "workflow", "file_path");
        assertThat(reply.body()).contains("quick_code_review", "python", "maintainability");
    }

    @Test
    void code_and_files_exclude_each_other_and_one_is_needed() {
        Map<String, Object> file = Map.of("path", "a.py", "content", CODE);

        assertThat(submit(Map.of()).complaintFields()).containsExactly("code");
        assertThat(submit(Map.of("code", CODE, "files", List.of(file))).complaintFields())
                .containsExactly("code");
        assertThat(submit(Map.of("files", List.of())).complaintFields()).containsExactly("files");
        assertThat(submit(Map.of("files", List.of(Map.of("path", "a.py", "content", " "))))
                        .complaintFields())
                .containsExactly("files");
    }

    @Test
    void paths_stay_inside_the_review_and_come_once() {
        List<Map<String, Object>> files = new ArrayList<>();
        for (String path :
                List.of("/etc/passwd", "a/../../b", "C:/x", "a\\b", "a//b", "./a", "", "ok.py", "ok.py", "a\u0007b")) {
            files.add(Map.of("path", path, "content", CODE));
        }

        Reply reply = submit(Map.of("files", files));

        assertThat(reply.complaintFields())
                .containsExactly(
                        "files[0].path",
                        "files[1].path",
                        "files[2].path",
                        "files[3].path",
                        "files[4].path",
                        "files[5].path",
                        "files[6].path",
                        "files[8].path",
                        "files[9].path");
    }

    @Test
    void wrong_types_are_named_where_they_are() {
        Reply reply = submit(Map.of(
                "files",
                List.of(Map.of("path", 1, "content", CODE), "no object", Map.of("path", "b.py")),
                "focus_areas",
                "security",
                "project_id",
                "not a uuid",
                "language",
                true));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.complaintFields())
                .containsExactlyInAnyOrder(
                        "files[0].path", "files[1]", "files[2].content", "focus_areas", "project_id", "language");
    }

    @Test
    void five_thousand_files_are_taken_and_more_are_not() {
        assertThat(submit(Map.of("files", files(5_000))).status()).isEqualTo(202);
        assertThat(submit(Map.of("files", files(5_001))).complaintFields()).containsExactly("files");
    }

    @Test
    void a_project_that_is_not_ones_own_is_not_found() {
        Reply reply =
                submit(Map.of("code", CODE, "project_id", UUID.randomUUID().toString()));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text("/detail")).contains("project");
    }

    @Test
    void the_same_key_and_submission_make_one_job() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("code", CODE, "language", "python");

        Reply first = submit(body, key);
        Reply second = submit(body, key);

        assertThat(second.status()).isEqualTo(202);
        assertThat(second.text("/job_id")).isEqualTo(first.text("/job_id"));
        assertThat(second.text("/created_at")).isEqualTo(first.text("/created_at"));
        assertThat(Collections.frequency(WORKER.enqueuedJobs(), first.text("/job_id")))
                .isEqualTo(1);
    }

    @Test
    void the_same_key_at_the_same_moment_makes_one_job() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("code", CODE, "language", "python");

        List<String> jobs = Concurrently.run(4, n -> () -> submit(body, key).text("/job_id"));

        assertThat(jobs).hasSize(4).containsOnly(jobs.getFirst());
    }

    @Test
    void the_same_key_for_something_else_is_a_conflict_and_for_somebody_else_is_not() {
        String key = UUID.randomUUID().toString();
        submit(Map.of("code", CODE), key);

        assertThat(submit(Map.of("code", CODE + "#"), key).status()).isEqualTo(409);
        assertThat(Person.signedUp(GATEWAY)
                        .post("/code-review")
                        .header("Idempotency-Key", key)
                        .json(Map.of("code", CODE))
                        .send()
                        .status())
                .isEqualTo(202);
    }

    @Test
    void a_key_that_cannot_be_kept_is_named() {
        assertThat(submit(Map.of("code", CODE), "x".repeat(256)).complaintFields())
                .containsExactly("Idempotency-Key");
    }

    @Test
    void a_queue_that_is_down_is_not_the_submitters_failure() {
        Gateway cutOff = new Gateway(GATEWAY.surroundings().with("AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:1"));

        Reply reply = cutOff.post("/code-review")
                .bearer(ada.accessToken())
                .json(Map.of("code", CODE))
                .send();

        String job = reply.text("/job_id");
        assertThat(reply.status()).isEqualTo(202);
        assertThat(WORKER.enqueuedJobs()).doesNotContain(job);
        GATEWAY.surroundings().sql("update outbox set created_at = created_at - interval '1 minute'");
        assertThat(GATEWAY.function("sweep")
                        .invoke(Map.of("source", "aws.events", "detail-type", "Scheduled Event"))
                        .path("enqueued")
                        .asInt())
                .isPositive();
        assertThat(WORKER.enqueuedJobs()).contains(job);
        assertThat(GATEWAY.function("sweep")
                        .invoke(Map.of("source", "aws.events"))
                        .path("enqueued")
                        .asInt())
                .isZero();
    }

    private Reply submit(Map<String, ?> body) {
        return ada.post("/code-review").json(body).send();
    }

    private Reply submit(Map<String, ?> body, String key) {
        Call call = ada.post("/code-review").header("Idempotency-Key", key);
        return call.json(body).send();
    }

    private static List<Map<String, Object>> files(int count) {
        List<Map<String, Object>> files = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            files.add(Map.of("path", "f" + n + ".py", "content", "x=1"));
        }
        return files;
    }

    private static List<String> texts(JsonNode items, String field) {
        return items.valueStream().map(item -> item.path(field).asString()).toList();
    }
}
