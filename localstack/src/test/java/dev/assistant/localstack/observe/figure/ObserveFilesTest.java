package dev.assistant.localstack.observe.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ObserveFilesTest {
    /** SPEC section 8. */
    private static final List<String> PROMISED = List.of(
            "http_requests_total",
            "http_request_duration_seconds",
            "http_active_requests",
            "code_reviews_total",
            "workflow_executions_total",
            "active_users_count",
            "cpu_usage_percent",
            "memory_usage_bytes",
            "db_connections_active");

    @Test
    void the_promised_metrics_dashboards_and_alerts_are_defined() {
        Definition definition = Definition.read();

        assertThat(definition.dashboards().stream()
                        .flatMap(dashboard -> dashboard.panels().stream())
                        .flatMap(panel -> panel.lines().stream())
                        .map(Line::metric))
                .containsAll(PROMISED);
        assertThat(definition.dashboards())
                .extracting(Definition.Dashboard::name)
                .containsExactly("api-performance", "user-activity", "system-health", "cost");
        assertThat(definition.alerts())
                .extracting(Definition.Alert::name)
                .containsExactly("slow-api", "api-errors", "database-connections", "worker-disk", "failed-logins");
    }

    @Test
    void the_files_for_grafana_and_prometheus_are_what_the_definition_says() throws IOException {
        for (Map.Entry<String, String> file : ObserveFiles.of(Definition.read()).entrySet()) {
            assertThat(Files.readString(Path.of("observe").resolve(file.getKey())))
                    .as("%s: write it again with ObserveFiles", file.getKey())
                    .isEqualTo(file.getValue());
        }
    }
}
