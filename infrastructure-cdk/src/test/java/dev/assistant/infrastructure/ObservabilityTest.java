package dev.assistant.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ObservabilityTest {
    private final Synthesis prod = Synthesis.prod();

    @Test
    void the_nine_metrics_are_on_the_four_dashboards() {
        List<JsonNode> dashboards = prod.ofType("AWS::CloudWatch::Dashboard");

        assertThat(dashboards)
                .extracting(dashboard ->
                        dashboard.get("Properties").get("DashboardName").stringValue())
                .containsExactlyInAnyOrder(
                        "development-assistant-prod-api-performance",
                        "development-assistant-prod-user-activity",
                        "development-assistant-prod-system-health",
                        "development-assistant-prod-cost");
        assertThat(dashboards.toString())
                .contains(
                        "http_requests_total",
                        "http_request_duration_seconds",
                        "http_active_requests",
                        "code_reviews_total",
                        "workflow_executions_total",
                        "active_users_count",
                        "cpu_usage_percent",
                        "memory_usage_bytes",
                        "db_connections_active");
    }

    @Test
    void alarms_have_the_thresholds_that_were_promised_and_tell_somebody() {
        List<JsonNode> alarms = prod.template("observability")
                .get("Resources")
                .valueStream()
                .filter(resource -> resource.get("Type").stringValue().equals("AWS::CloudWatch::Alarm"))
                .map(resource -> resource.get("Properties"))
                .toList();

        assertThat(alarms)
                .extracting(
                        alarm -> alarm.get("AlarmDescription").stringValue().replaceFirst(".*Runbook: (.*)\\.", "$1")
                                + " " + alarm.get("Threshold").asDouble())
                .containsExactlyInAnyOrder(
                        "slow-api 500.0",
                        "api-errors 1.0",
                        "database-connections 80.0",
                        "worker-disk 85.0",
                        "failed-logins 10.0",
                        "waiting-jobs 300.0",
                        "model-spend 100.0",
                        "dead-letters 0.0",
                        "mails-failures 0.0",
                        "replay-failures 0.0");
        assertThat(alarms)
                .allSatisfy(alarm -> assertThat(alarm.get("AlarmActions")).hasSize(1));
        assertThat(prod.ofType("AWS::SNS::Subscription"))
                .extracting(subscription ->
                        subscription.get("Properties").get("Endpoint").stringValue())
                .containsExactly("operators@" + Synthesis.HOST);
    }

    @Test
    void the_runbook_has_a_section_for_every_alarm() throws IOException {
        Set<String> sections = Files.readAllLines(Path.of("RUNBOOK.md")).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4))
                .collect(Collectors.toSet());

        assertThat(prod.ofType("AWS::CloudWatch::Alarm"))
                .extracting(alarm ->
                        alarm.get("Properties").path("AlarmDescription").asString(""))
                .filteredOn(description -> description.contains("Runbook: "))
                .extracting(description -> description.replaceFirst("(?s).*Runbook: (.*)\\.", "$1"))
                .isNotEmpty()
                .isSubsetOf(sections);
    }
}
