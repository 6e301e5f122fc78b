package dev.assistant.adapters.metrics;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.assistant.adapters.metrics.EmbeddedMetrics.Metric;
import dev.assistant.operations.SystemFigures.Reading;
import java.math.BigDecimal;
import java.time.Instant;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The system's figures as a line of the log, which CloudWatch reads as metrics. */
public final class SystemFiguresLine {
    private static final double PERCENT = 100;
    private static final double MILLIS = 1000;
    private static final Metric[] METRICS = {
        new Metric("active_users_count", "Count"),
        new Metric("open_jobs", "Count"),
        new Metric("oldest_waiting_job_seconds", "Seconds"),
        new Metric("db_connections_active", "Count"),
        new Metric("db_connections_percent", "Percent"),
        new Metric("model_cost_usd_today", "None")
    };
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private SystemFiguresLine() {}

    /** One line of JSON, without its end. */
    public static String of(Reading reading, Instant time) {
        return JSON.writeValueAsString(new Line(
                time,
                "INFO",
                "figures",
                reading.activeUsers(),
                reading.openJobs(),
                reading.oldestWaiting().toMillis() / MILLIS,
                reading.connections(),
                PERCENT * reading.connections() / reading.connectionLimit(),
                reading.modelUsdToday(),
                EmbeddedMetrics.of(time, METRICS)));
    }

    private record Line(
            Instant time,
            String level,
            String event,
            long activeUsersCount,
            long openJobs,
            double oldestWaitingJobSeconds,
            long dbConnectionsActive,
            double dbConnectionsPercent,
            BigDecimal modelCostUsdToday,
            @JsonProperty("_aws") EmbeddedMetrics aws) {}
}
