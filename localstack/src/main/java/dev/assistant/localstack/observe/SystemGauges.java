package dev.assistant.localstack.observe;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** What the {@code sweep} function last told of the whole system; unknown until it has. Thread-safe. */
final class SystemGauges {
    private static final List<String> NAMES = List.of(
            "active_users_count",
            "open_jobs",
            "oldest_waiting_job_seconds",
            "db_connections_active",
            "db_connections_percent",
            "model_cost_usd_today");

    private final Map<String, Double> told = new ConcurrentHashMap<>();

    SystemGauges(GatewayMetrics metrics) {
        NAMES.forEach(
                name -> metrics.gauge(name, "Told by the function sweep.", () -> told.getOrDefault(name, Double.NaN)));
    }

    /** @param line one whose {@code event} is {@code figures} */
    void take(JsonNode line) {
        NAMES.stream()
                .filter(line::hasNonNull)
                .forEach(name -> told.put(name, line.path(name).asDouble()));
    }
}
