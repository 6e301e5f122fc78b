package dev.assistant.api.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import dev.assistant.api.harness.Surroundings;
import dev.assistant.api.harness.Worker;
import dev.assistant.product.Product;
import dev.assistant.product.Product.About;
import dev.assistant.review.AgentUsage;
import dev.assistant.review.Provenance;
import dev.assistant.workflow.Approval;
import dev.assistant.workflow.Decision;
import dev.assistant.workflow.Lease;
import dev.assistant.workflow.Turn;
import dev.assistant.workflow.Turn.Kind;
import dev.assistant.workflow.Turn.ModelUse;
import dev.assistant.workflow.Turn.ToolUse;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Executions that wait for a person, and what they come to. */
final class ApprovalsTest {
    private static final Gateway GATEWAY = new Gateway(Surroundings.fresh());
    private static final Worker WORKER = new Worker(GATEWAY.surroundings());
    private static final String HASH = "a".repeat(64);

    private final Person ada = Person.signedUp(GATEWAY);

    @Test
    void an_execution_that_waits_shows_what_is_asked_and_goes_on_when_it_is_approved() {
        String job = asking(Instant.now().plusSeconds(60));

        JsonNode waiting = ada.get("/workflows/history/" + job).send().json();
        assertThat(waiting.path("status").asString()).isEqualTo("awaiting_approval");
        assertThat(waiting.at("/approval/prompt").asString()).isEqualTo("Roll it out?");
        assertThat(waiting.at("/approval/plan").asString()).isEqualTo("1. Build");
        assertThat(waiting.at("/approval/decision").isNull()).isTrue();

        Reply taken = answer(job, Map.of("decision", "approve", "plan_hash", HASH, "comment", "Go."));

        assertThat(taken.status()).isEqualTo(202);
        assertThat(taken.text("/status")).isEqualTo("queued");
        assertThat(WORKER.enqueuedJobs()).contains(job);
        assertThat(WORKER.decision(job, "main")).contains(new Decision(Decision.Answer.APPROVED, Optional.of("Go.")));
        assertThat(WORKER.take(job).attempt()).isEqualTo(2);
        assertThat(ada.get("/workflows/history/" + job).send().text("/approval/decision"))
                .isEqualTo("approve");
    }

    @Test
    void a_decision_about_another_plan_is_refused_and_the_execution_waits_on() {
        String job = asking(Instant.now().plusSeconds(60));

        Reply refused = answer(job, Map.of("decision", "approve", "plan_hash", "b".repeat(64)));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/detail")).contains("another plan");
        assertThat(answer(job, Map.of("decision", "reject")).status()).isEqualTo(202);
    }

    @Test
    void an_execution_is_answered_once() {
        String job = asking(Instant.now().plusSeconds(60));
        answer(job, Map.of("decision", "reject"));

        assertThat(answer(job, Map.of("decision", "approve")).status()).isEqualTo(409);
        assertThat(WORKER.decision(job, "main").map(Decision::isApproval)).contains(false);
    }

    @Test
    void an_answer_that_comes_too_late_is_refused() {
        String job = asking(Instant.now().minusSeconds(1));

        Reply refused = answer(job, Map.of("decision", "approve"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/detail")).contains("time to answer is over");
    }

    @Test
    void nobody_answers_for_somebody_else() {
        String job = asking(Instant.now().plusSeconds(60));
        Person eve = Person.signedUp(GATEWAY);

        assertThat(eve.post("/workflows/history/" + job + "/approvals")
                        .json(Map.of("decision", "approve"))
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(WORKER.decision(job, "main")).isEmpty();
    }

    @Test
    void an_execution_that_waits_can_be_cancelled_and_cannot_be_answered_then() {
        String job = asking(Instant.now().plusSeconds(60));

        assertThat(ada.call("DELETE", "/code-review/" + job).send().text("/status"))
                .isEqualTo("cancelled");

        assertThat(answer(job, Map.of("decision", "approve")).status()).isEqualTo(409);
        List<JsonNode> events = ada.get("/code-review/" + job + "/events")
                .send()
                .json()
                .path("items")
                .valueStream()
                .toList();
        assertThat(events.getLast().path("status").asString()).isEqualTo("cancelled");
    }

    @Test
    void turns_of_conversations_are_the_transcript_with_what_they_cost() {
        String job = submit();
        Lease lease = WORKER.take(job);
        WORKER.say(
                lease,
                new Turn(
                        "main",
                        0,
                        "research_agent",
                        Kind.SPOKE,
                        "Found it.",
                        Optional.empty(),
                        true,
                        List.of(new ToolUse("filesystem_read_file", false)),
                        Optional.of(new ModelUse(
                                "small", "research_agent.v1@0123", 120, 30, 0, new BigDecimal("0.002"), 2)),
                        Duration.ofMillis(1_500)));
        WORKER.complete(
                lease,
                new Product.Document(new About("Written.", true, List.of(), Provenance.UNKNOWN), "Calc", "`add` adds."),
                List.of(new AgentUsage("research_agent", Duration.ofSeconds(1), 120, 30, new BigDecimal("0.002"))));

        JsonNode execution = ada.get("/workflows/history/" + job).send().json();

        JsonNode turn = execution.at("/transcript/0");
        assertThat(turn.path("tools").get(0).asString()).isEqualTo("filesystem_read_file");
        assertThat(turn.path("input_tokens").asInt()).isEqualTo(120);
        assertThat(turn.path("model").asString()).isEqualTo("small");
        assertThat(turn.path("cost_usd").asDouble()).isEqualTo(0.002);
        assertThat(execution.at("/agents/0/output_tokens").asInt()).isEqualTo(30);
    }

    private String asking(Instant expires) {
        String job = submit();
        WORKER.ask(WORKER.take(job), Approval.asked("main", "Roll it out?", "1. Build", HASH, expires));
        return job;
    }

    private String submit() {
        return ada.post("/code-review").json(Map.of("code", "x = 1")).send().text("/job_id");
    }

    private Reply answer(String job, Map<String, Object> answer) {
        return ada.post("/workflows/history/" + job + "/approvals").json(answer).send();
    }
}
