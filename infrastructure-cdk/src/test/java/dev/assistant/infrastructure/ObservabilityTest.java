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
import tools.jackson.dataformat.yaml.YAMLMapper;

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
    void the_embedded_stack_has_the_same_dashboards_and_alerts_with_the_same_limits() throws IOException {
        JsonNode embedded = new YAMLMapper()
                .readTree(Files.readString(Path.of("../localstack/src/main/resources/observe/dashboards.yaml")));

        assertThat(prod.ofType("AWS::CloudWatch::Dashboard"))
                .extracting(dashboard -> dashboard
                        .get("Properties")
                        .get("DashboardName")
                        .stringValue()
                        .replace("development-assistant-prod-", ""))
                .containsExactlyInAnyOrderElementsOf(embedded.get("dashboards")
                        .valueStream()
                        .map(dashboard -> dashboard.get("name").stringValue())
                        .toList());
        assertThat(embedded.get("alerts")).isNotEmpty().allSatisfy(alert -> {
            String name = alert.get("name").stringValue();
            double inSeconds = name.equals("slow-api") ? 1000 : 1; // the cloud's gateway counts milliseconds
            assertThat(prod.ofType("AWS::CloudWatch::Alarm"))
                    .extracting(alarm -> alarm.get("Properties"))
                    .filteredOn(
                            alarm -> alarm.path("AlarmDescription").asString("").endsWith("Runbook: " + name + "."))
                    .singleElement()
                    .satisfies(alarm -> {
                        assertThat(alarm.get("Threshold").asDouble())
                                .isEqualTo(alert.get("above").asDouble() * inSeconds);
                        assertThat(alarm.get("EvaluationPeriods").asInt())
                                .isEqualTo(alert.get("minutes").asInt());
                    });
        });
    }

    @Test
    void what_the_account_pays_has_a_budget_that_tells_somebody() {
        JsonNode budget = prod.only("observability", "AWS::Budgets::Budget").get("Properties");

        assertThat(budget.at("/Budget/BudgetLimit/Amount").asDouble()).isEqualTo(4000);
        assertThat(budget.get("NotificationsWithSubscribers"))
                .hasSize(3)
                .allSatisfy(told -> assertThat(told.at("/Subscribers/0/Address").stringValue())
                        .isEqualTo("operators@" + Synthesis.HOST));
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
