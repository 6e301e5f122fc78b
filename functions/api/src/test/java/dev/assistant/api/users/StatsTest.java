package dev.assistant.api.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import dev.assistant.api.harness.Worker;
import dev.assistant.review.Finding;
import dev.assistant.review.Severity;
import dev.assistant.testkit.FindingBuilder;
import dev.assistant.testkit.ReportBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Somebody's totals. */
final class StatsTest {
    private static final Gateway GATEWAY = Gateway.shared();
    private static final Worker WORKER = new Worker(GATEWAY.surroundings());

    private final Person ada = Person.signedUp(GATEWAY);

    @Test
    void are_zeros_while_there_is_nothing() {
        Reply reply = ada.get("/users/me/stats").send();

        assertThat(reply.status()).isEqualTo(200);
        JsonNode stats = reply.json();
        for (String total : List.of("total_jobs", "total_reviews", "total_issues", "total_projects")) {
            assertThat(stats.path(total).isIntegralNumber()).as(total).isTrue();
            assertThat(stats.path(total).asInt()).as(total).isZero();
        }
        assertThat(stats.path("total_cost_usd").asDouble()).isZero();
        assertThat(stats.path("job_counts").propertyNames())
                .containsExactly("queued", "running", "awaiting_approval", "completed", "failed", "cancelled");
        assertThat(stats.path("issue_counts").propertyNames())
                .containsExactly("critical", "high", "medium", "low", "info");
        assertThat(stats.path("average_duration_seconds").isNull()).isTrue();
        assertThat(stats.path("last_job_at").isNull()).isTrue();
    }

    @Test
    void count_what_the_owner_has_had_done_and_nothing_of_others() {
        Person bob = Person.signedUp(GATEWAY);
        complete(ada, "0.25", Severity.HIGH, Severity.LOW);
        complete(ada, "0.5", Severity.HIGH);
        complete(bob, "4", Severity.CRITICAL);
        String cancelled = submit(ada);
        ada.call("DELETE", "/code-review/" + cancelled).send();
        String queued = submit(ada);
        GATEWAY.surroundings().sql("""
                update workflow_executions set duration_seconds = 2
                where status = 'completed' and user_id = '%s'""".formatted(ada.id()));

        JsonNode stats = ada.get("/users/me/stats").send().json();

        assertThat(stats.path("total_jobs").asInt()).isEqualTo(4);
        assertThat(stats.path("total_reviews").asInt()).isEqualTo(2);
        assertThat(stats.path("total_issues").asInt()).isEqualTo(3);
        assertThat(stats.path("total_cost_usd").asDouble()).isEqualTo(0.75);
        assertThat(stats.at("/job_counts/completed").asInt()).isEqualTo(2);
        assertThat(stats.at("/job_counts/cancelled").asInt()).isEqualTo(1);
        assertThat(stats.at("/job_counts/queued").asInt()).isEqualTo(1);
        assertThat(stats.at("/issue_counts/high").asInt()).isEqualTo(2);
        assertThat(stats.at("/issue_counts/critical").asInt()).isZero();
        assertThat(stats.path("average_duration_seconds").asDouble()).isEqualTo(2);
        assertThat(stats.path("last_job_at").asString())
                .isEqualTo(ada.get("/code-review/" + queued).send().text("/created_at"));
    }

    private static void complete(Person person, String costUsd, Severity... severities) {
        Finding[] findings = Arrays.stream(severities)
                .map(severity ->
                        FindingBuilder.aFinding().withSeverity(severity).build())
                .toArray(Finding[]::new);
        WORKER.complete(
                WORKER.take(submit(person)),
                ReportBuilder.aReportOf(findings).costing(costUsd).build());
    }

    private static String submit(Person person) {
        return person.post("/code-review")
                .json(Map.of("code", "x = 1\n", "language", "python"))
                .send()
                .text("/job_id");
    }
}
