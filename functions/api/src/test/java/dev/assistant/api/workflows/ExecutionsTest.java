package dev.assistant.api.workflows;

import static dev.assistant.testkit.FindingBuilder.aFinding;
import static dev.assistant.testkit.ReportBuilder.aReportOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Leftovers;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import dev.assistant.api.harness.Surroundings;
import dev.assistant.api.harness.Worker;
import dev.assistant.progress.JobEvent;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Lease;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was run: lists, one execution, deleting it, and approvals. */
final class ExecutionsTest {
    private static final Gateway GATEWAY = new Gateway(Surroundings.fresh());
    private static final Worker WORKER = new Worker(GATEWAY.surroundings());

    private final Person ada = Person.signedUp(GATEWAY);

    @ParameterizedTest
    @ValueSource(strings = {"/workflows/history", "/code-review/history"})
    void both_histories_take_the_same_filters(String history) {
        String project =
                ada.post("/projects").json(Map.of("name", "Shop")).send().text("/id");
        String java = submit(Map.of("code", "class A {}", "file_path", "src/A.java", "project_id", project));
        String python = submit(Map.of("code", "x = 1", "file_path", "app/db.py"));
        finish(python);

        assertThat(list(history, "q", "SRC/")).containsExactly(java);
        assertThat(list(history, "language", "python")).containsExactly(python);
        assertThat(list(history, "project_id", project)).containsExactly(java);
        assertThat(list(history, "status", "completed")).containsExactly(python);
        assertThat(list(history, "status", "queued,completed")).containsExactly(python, java);
        assertThat(list(history, "workflow", "quick_code_review")).containsExactly(python, java);
        assertThat(list(history, "workflow", "research")).isEmpty();
        assertThat(list(history, "from", "2020-01-01T00:00:00+02:00")).containsExactly(python, java);
        assertThat(list(history, "to", "2020-01-01T00:00:00Z")).isEmpty();
        assertThat(list(history, "from", "2199-01-01T00:00:00Z")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "from, yesterday",
        "from, +999999999-01-01T00:00:00Z",
        "to, -0001-01-01T00:00:00Z",
        "workflow, magic",
        "status, 'completed,lost'",
        "status, 'completed,'",
        "project_id, shop",
        "language, klingon",
        "limit, 0",
        "cursor, none"
    })
    void a_filter_that_means_nothing_is_refused(String name, String value) {
        assertThat(ada.get("/workflows/history").query(name, value).send().complaintFields())
                .containsExactly(name);
    }

    @Test
    void odd_text_is_only_looked_for() {
        submit(Map.of("code", "x = 1"));

        for (String text : List.of("%", "_", "\\", "a\0b", "'; drop table users; --", "ä", "\uFFFD")) {
            assertThat(list("/workflows/history", "q", text).size()).as(text).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void an_execution_carries_what_its_agents_said() {
        String job = submit(Map.of("code", "x = 1", "file_path", "a.py"));
        Lease lease = WORKER.take(job);
        WORKER.tell(lease, new JobEvent.Progressed("analyzing", 10));
        WORKER.tell(lease, new JobEvent.AgentSpoke("executor", "1 file read."));
        WORKER.tell(lease, new JobEvent.FindingReported(aFinding().build()));
        WORKER.tell(lease, new JobEvent.AgentSpoke("code_analyzer", "1 finding in all."));
        WORKER.complete(lease, aReportOf(aFinding().build()).build());

        Reply execution = ada.get("/workflows/history/" + job).send();

        assertThat(execution.text("/status")).isEqualTo("completed");
        assertThat(execution.text("/file_path")).isEqualTo("a.py");
        assertThat(execution.json().at("/issue_counts/high").asInt()).isEqualTo(1);
        assertThat(execution.json().at("/duration_seconds").isNumber()).isTrue();
        assertThat(execution
                        .json()
                        .path("transcript")
                        .valueStream()
                        .map(turn -> turn.path("agent").asString() + ": "
                                + turn.path("text").asString()))
                .containsExactly("executor: 1 file read.", "code_analyzer: 1 finding in all.");
        assertThat(execution.json().path("transcript_complete").asBoolean()).isTrue();
        assertThat(execution.json().at("/transcript/0/input_tokens").isNull()).isTrue();
    }

    @Test
    void an_execution_that_waits_has_said_nothing() {
        String job = submit(Map.of("code", "x = 1"));

        Reply execution = ada.get("/workflows/history/" + job).send();

        assertThat(execution.text("/status")).isEqualTo("queued");
        assertThat(execution.json().path("duration_seconds").isNull()).isTrue();
        assertThat(execution.json().path("transcript").size()).isZero();
    }

    @Test
    void a_deleted_execution_leaves_nothing() {
        String large = "# a comment that is not very interesting\n".repeat(30_000);
        String job = submit(Map.of("code", large));
        Lease lease = WORKER.take(job);
        WORKER.tell(lease, new JobEvent.AgentSpoke("executor", "Read."));
        WORKER.complete(lease, aReportOf().build());
        WORKER.tell(lease, new JobEvent.Ended(JobStatus.COMPLETED, "Done."));

        assertThat(ada.call("DELETE", "/workflows/history/" + job).send().status())
                .isEqualTo(204);

        for (String path : List.of("", "/results", "/files", "/events")) {
            assertThat(ada.get("/code-review/" + job + path).send().status()).isEqualTo(404);
        }
        assertThat(ada.get("/workflows/history/" + job).send().status()).isEqualTo(404);
        assertThat(ada.call("DELETE", "/workflows/history/" + job).send().status())
                .isEqualTo(404);
        assertThat(list("/workflows/history", "limit", "10")).isEmpty();
        assertThat(Leftovers.of(GATEWAY.surroundings(), job)).isEmpty();
    }

    @Test
    void an_execution_that_has_not_ended_is_not_deleted() {
        String job = submit(Map.of("code", "x = 1"));

        Reply queued = ada.call("DELETE", "/workflows/history/" + job).send();
        WORKER.take(job);
        Reply running = ada.call("DELETE", "/workflows/history/" + job).send();

        assertThat(queued.status()).isEqualTo(409);
        assertThat(queued.text("/detail")).contains("queued", "Cancel");
        assertThat(running.status()).isEqualTo(409);
        assertThat(running.text("/detail")).contains("running");
        assertThat(ada.get("/code-review/" + job).send().text("/status")).isEqualTo("running");
    }

    @Test
    void an_execution_that_does_not_wait_takes_no_approval() {
        String job = submit(Map.of("code", "x = 1"));
        String path = "/workflows/history/" + job + "/approvals";

        Reply queued = ada.post(path).json(Map.of("decision", "approve")).send();

        assertThat(queued.status()).isEqualTo(409);
        assertThat(queued.text("/detail"))
                .contains("not waiting for an approval")
                .contains("queued");
        assertThat(ada.post(path).json(Map.of("decision", "maybe")).send().complaintFields())
                .containsExactly("decision");
        assertThat(ada.post(path).json(Map.of()).send().complaintFields()).containsExactly("decision");
    }

    @Test
    void nobody_sees_or_touches_somebody_elses_execution() {
        String job = submit(Map.of("code", "x = 1"));
        finish(job);
        Person bob = Person.signedUp(GATEWAY);

        for (String id : List.of(job, UUID.randomUUID().toString(), "none")) {
            assertThat(bob.get("/workflows/history/" + id).send().status()).isEqualTo(404);
            assertThat(bob.call("DELETE", "/workflows/history/" + id).send().status())
                    .isEqualTo(404);
            assertThat(bob.post("/workflows/history/" + id + "/approvals")
                            .json(Map.of("decision", "approve"))
                            .send()
                            .status())
                    .isEqualTo(404);
        }
        assertThat(bob.get("/workflows/history").send().json().path("items").size())
                .isZero();
        assertThat(ada.get("/workflows/history/" + job).send().status()).isEqualTo(200);
    }

    private String submit(Map<String, Object> body) {
        return ada.post("/code-review").json(body).send().text("/job_id");
    }

    private static void finish(String job) {
        WORKER.complete(WORKER.take(job), aReportOf(aFinding().build()).build());
    }

    private List<String> list(String history, String name, String value) {
        Reply reply = ada.get(history).query(name, value).send();
        assertThat(reply.status()).as(name).isEqualTo(200);
        return reply.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("job_id").asString())
                .toList();
    }
}
