package dev.assistant.api.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import dev.assistant.api.harness.Surroundings;
import dev.assistant.api.harness.Worker;
import dev.assistant.testkit.ReportBuilder;
import dev.assistant.workflow.Lease;
import dev.assistant.workflow.Turn;
import dev.assistant.workflow.Turn.Kind;
import dev.assistant.workflow.Turn.ModelUse;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Jobs that go on from others, of which something failed. */
final class RetryTest {
    private static final Gateway GATEWAY = new Gateway(Surroundings.fresh());
    private static final Worker WORKER = new Worker(GATEWAY.surroundings());

    private final Person ada = Person.signedUp(GATEWAY);

    @Test
    void a_retry_is_a_new_job_with_the_code_and_what_the_others_said() {
        String first = halfFailed("x = 1");
        assertThat(status(first).path("failed_agents").toString()).isEqualTo("[\"security_auditor\"]");

        Reply taken = ada.post("/code-review/" + first + "/retry").send();

        assertThat(taken.status()).isEqualTo(202);
        String retry = taken.text("/job_id");
        assertThat(retry).isNotEqualTo(first);
        assertThat(taken.text("/status")).isEqualTo("queued");
        assertThat(taken.text("/retry_of")).isEqualTo(first);
        assertThat(WORKER.enqueuedJobs()).contains(retry);
        assertThat(status(retry).path("retry_of").asString()).isEqualTo(first);
        assertThat(code(retry)).isEqualTo("x = 1");
        assertThat(turns(retry)).containsExactly("code_analyzer: It is short.");
        assertThat(turns(first)).containsExactly("code_analyzer: It is short.", "security_auditor: It refused.");
    }

    @Test
    void code_that_is_too_large_for_a_row_outlives_the_first_job() {
        String large = "x = 1\n".repeat(100_000);
        String first = halfFailed(large);
        String retry = ada.post("/code-review/" + first + "/retry").send().text("/job_id");

        assertThat(ada.call("DELETE", "/workflows/history/" + first).send().status())
                .isEqualTo(204);

        assertThat(code(retry)).isEqualTo(large);
        assertThat(status(retry).path("retry_of").isNull()).isTrue();
    }

    @Test
    void the_same_key_makes_one_retry() {
        String first = halfFailed("x = 2");

        String one = retry(first, "again").text("/job_id");

        assertThat(retry(first, "again").text("/job_id")).isEqualTo(one);
        assertThat(retry(first, "another").text("/job_id")).isNotEqualTo(one);
    }

    @Test
    void only_agents_that_failed_are_asked_again() {
        String first = halfFailed("x = 3");

        Reply refused = ada.post("/code-review/" + first + "/retry")
                .json(Map.of("agents", List.of("code_analyzer")))
                .send();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/message")).contains("security_auditor");
    }

    @Test
    void a_job_that_runs_or_of_which_nothing_failed_has_nothing_to_do_again() {
        String running = submit("x = 4");
        Lease lease = WORKER.take(running);
        Reply early = ada.post("/code-review/" + running + "/retry").send();
        WORKER.complete(lease, ReportBuilder.aReportOf().build());
        Reply late = ada.post("/code-review/" + running + "/retry").send();

        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text("/detail")).contains("still running");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("/detail")).contains("No agent failed");
    }

    @Test
    void a_cancelled_job_goes_on_in_a_new_one() {
        String first = submit("x = 5");
        ada.call("DELETE", "/code-review/" + first).send();

        assertThat(ada.post("/code-review/" + first + "/retry").send().status()).isEqualTo(202);
    }

    @Test
    void nobody_does_again_what_is_somebody_elses() {
        String first = halfFailed("x = 6");
        Person eve = Person.signedUp(GATEWAY);

        assertThat(eve.post("/code-review/" + first + "/retry").send().status()).isEqualTo(404);
    }

    private Reply retry(String job, String key) {
        return ada.post("/code-review/" + job + "/retry")
                .header("Idempotency-Key", key)
                .send();
    }

    private JsonNode status(String job) {
        return ada.get("/code-review/" + job).send().json();
    }

    private String code(String job) {
        return ada.get("/code-review/" + job + "/files").send().text("/items/0/content");
    }

    private List<String> turns(String job) {
        return ada.get("/workflows/history/" + job)
                .send()
                .json()
                .path("transcript")
                .valueStream()
                .map(turn ->
                        turn.path("agent").asString() + ": " + turn.path("text").asString())
                .toList();
    }

    private String halfFailed(String code) {
        String job = submit(code);
        Lease lease = WORKER.take(job);
        WORKER.say(lease, turn(0, "code_analyzer", Kind.SPOKE, "It is short."));
        WORKER.say(lease, turn(1, "security_auditor", Kind.FAILED, "It refused."));
        WORKER.complete(lease, ReportBuilder.aReportOf().build());
        return job;
    }

    private static Turn turn(int number, String agent, Kind kind, String text) {
        return new Turn(
                "review-0",
                number,
                agent,
                kind,
                text,
                Optional.empty(),
                false,
                List.of(),
                Optional.of(new ModelUse("a-model", "a-prompt", 100, 10, 0, new BigDecimal("0.01"), 1)),
                Duration.ofSeconds(2));
    }

    private String submit(String code) {
        return ada.post("/code-review").json(Map.of("code", code)).send().text("/job_id");
    }
}
