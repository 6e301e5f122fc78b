package dev.assistant.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.identity.UserId;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Produces;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WorkerMetricsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final WorkerMetrics metrics = new WorkerMetrics(new PrintStream(out, true, StandardCharsets.UTF_8));

    @Test
    void jobs_are_counted_by_workflow_and_status() {
        Job review = ended("quick_code_review", JobStatus.COMPLETED);
        metrics.reviewed(review, NOON);
        metrics.ended(review);
        metrics.ended(ended("research", JobStatus.FAILED));

        assertThat(metrics.text())
                .contains("workflow_executions_total{status=\"completed\",workflow=\"quick_code_review\"} 1.0")
                .contains("workflow_executions_total{status=\"failed\",workflow=\"research\"} 1.0")
                .contains("code_reviews_total 1.0")
                .contains("workflow_execution_duration_seconds_bucket{workflow=\"research\",le=\"5.0\"} 1");
    }

    @Test
    void what_may_be_run_is_counted_from_zero() {
        metrics.offers("security_audit");

        assertThat(metrics.text())
                .contains("workflow_executions_total{status=\"completed\",workflow=\"security_audit\"} 0.0")
                .contains("workflow_executions_total{status=\"failed\",workflow=\"security_audit\"} 0.0")
                .contains("code_reviews_total 0.0")
                .doesNotContain("running");
    }

    @Test
    void the_process_tells_its_figures_with_those_that_others_add() {
        metrics.gauge("db_connections_active", "Connections in use.", () -> 3);

        assertThat(metrics.text())
                .contains("db_connections_active 3.0")
                .containsPattern("memory_usage_bytes [1-9]")
                .containsPattern("(?m)^cpu_usage_percent [0-9]")
                .containsPattern("(?m)^disk_usage_percent [0-9]");
    }

    @Test
    void the_log_has_every_metric_that_it_announces_and_names_nobody() {
        metrics.ended(ended("research", JobStatus.FAILED));
        metrics.reviewed(ended("quick_code_review", JobStatus.COMPLETED), NOON);
        metrics.tell(NOON, () -> 2);

        List<JsonNode> lines = out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(new JsonMapper()::readTree)
                .toList();
        assertThat(lines)
                .hasSize(3)
                .allSatisfy(line -> assertThat(
                                line.at("/_aws/CloudWatchMetrics/0/Metrics").valueStream())
                        .isNotEmpty()
                        .allMatch(metric ->
                                line.path(metric.path("Name").asString()).isNumber()));
        assertThat(lines.getFirst().path("failed_jobs_total").asInt()).isEqualTo(1);
        assertThat(lines.getLast().path("running_jobs").asInt()).isEqualTo(2);
    }

    private static Job ended(String workflow, JobStatus status) {
        return new Job(
                new JobId(new UUID(0, 1)),
                new UserId(new UUID(0, 2)),
                Optional.empty(),
                workflow,
                Produces.REVIEW,
                status,
                100,
                "done",
                Optional.empty(),
                false,
                NOON,
                Optional.of(NOON),
                Optional.of(NOON.plusSeconds(3)));
    }
}
