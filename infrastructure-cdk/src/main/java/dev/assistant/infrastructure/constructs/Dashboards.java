package dev.assistant.infrastructure.constructs;

import static dev.assistant.infrastructure.constructs.Figures.each;
import static dev.assistant.infrastructure.constructs.Figures.graph;
import static dev.assistant.infrastructure.constructs.Figures.metric;
import static dev.assistant.infrastructure.constructs.Figures.own;

import dev.assistant.infrastructure.settings.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.constructs.Construct;

/** The four dashboards of SPEC section 8. The first three of an account are free, then 3 a month each. */
public final class Dashboards extends Construct {
    private final Settings settings;

    public Dashboards(Construct scope, Settings settings, Watched watched) {
        super(scope, "Dashboards");
        this.settings = settings;
        dashboard("api-performance", apiPerformance(watched.api()));
        dashboard("user-activity", userActivity());
        dashboard("system-health", systemHealth(watched));
        dashboard("cost", cost(watched));
    }

    private void dashboard(String name, IWidget... widgets) {
        Dashboard.Builder.create(this, name)
                .dashboardName("development-assistant-%s-%s".formatted(settings.stage(), name))
                .widgets(Arrays.stream(widgets).map(List::of).toList())
                .build();
    }

    private static IWidget[] apiPerformance(RoutedApi api) {
        return new IWidget[] {
            graph(
                    "Requests by function (http_requests_total)",
                    "a minute",
                    each("function", "http_requests_total", "Sum")),
            graph(
                    "Response time at the gateway",
                    "milliseconds",
                    api.metric("Latency", "p50"),
                    api.metric("Latency", "p95"),
                    api.metric("Latency", "p99")),
            graph(
                    "Response time by function, p95 (http_request_duration_seconds)",
                    "seconds",
                    each("function", "http_request_duration_seconds", "p95")),
            graph("Errors", "a minute", api.metric("5XXError", "Sum"), api.metric("4XXError", "Sum")),
            graph(
                    "Requests at once (http_active_requests)",
                    "requests",
                    metric("AWS/Lambda", "ConcurrentExecutions", "Maximum", Map.of())),
            graph("Throttled", "a minute", metric("AWS/Lambda", "Throttles", "Sum", Map.of()))
        };
    }

    private static IWidget[] userActivity() {
        return new IWidget[] {
            graph("Active people (active_users_count)", "people", own("active_users_count", "Maximum")),
            graph("Reviews (code_reviews_total)", "a minute", own("code_reviews_total", "Sum")),
            graph(
                    "Executions by workflow (workflow_executions_total)",
                    "a minute",
                    each("workflow", "workflow_executions_total", "Sum")),
            graph(
                    "How long executions take, p95",
                    "seconds",
                    each("workflow", "workflow_execution_duration_seconds", "p95")),
            graph("Failed sign-ins", "a minute", own("failed_logins_total", "Sum")),
            graph("Failed jobs", "a minute", own("failed_jobs_total", "Sum"))
        };
    }

    private static IWidget[] systemHealth(Watched watched) {
        return new IWidget[] {
            graph("Jobs", "jobs", own("open_jobs", "Maximum"), own("running_jobs", "Sum")),
            graph("The oldest waiting job", "seconds", own("oldest_waiting_job_seconds", "Maximum")),
            graph(
                    "Workers: processor (cpu_usage_percent) and disk",
                    "percent",
                    own("cpu_usage_percent", "Maximum"),
                    own("disk_usage_percent", "Maximum")),
            graph("Workers: memory (memory_usage_bytes)", "bytes", own("memory_usage_bytes", "Maximum")),
            graph(
                    "Database connections (db_connections_active)",
                    "connections",
                    own("db_connections_active", "Maximum"),
                    watched.database().metric("DatabaseConnections", "Maximum")),
            graph("Queues: messages waiting", "messages", ages(watched.queues(), "ApproximateNumberOfMessagesVisible")),
            graph(
                    "Queues: age of the oldest message",
                    "seconds",
                    ages(watched.queues(), "ApproximateAgeOfOldestMessage")),
            graph(
                    "Sockets",
                    "a minute",
                    own("sockets_opened_total", "Sum"),
                    own("sockets_refused_total", "Sum"),
                    own("sockets_closed_total", "Sum")),
            graph(
                    "Events to sockets",
                    "a minute",
                    own("events_delivered_total", "Sum"),
                    own("events_dropped_total", "Sum")),
            graph("Dead letters", "messages", ages(watched.failures(), "ApproximateNumberOfMessagesVisible"))
        };
    }

    private static IWidget[] cost(Watched watched) {
        return new IWidget[] {
            graph("Models, today (UTC)", "USD", own("model_cost_usd_today", "Maximum")),
            graph("Reviews (code_reviews_total)", "a minute", own("code_reviews_total", "Sum")),
            graph(
                    "Database capacity",
                    "units of 2 GB",
                    watched.database().metric("ServerlessDatabaseCapacity", "Average")),
            graph("Worker tasks", "tasks", watched.agents().runningTasks()),
            graph("Function calls", "a minute", metric("AWS/Lambda", "Invocations", "Sum", Map.of())),
            graph("Requests", "a minute", watched.api().metric("Count", "Sum"))
        };
    }

    private static IMetric[] ages(List<WorkQueue> queues, String name) {
        return queues.stream().map(queue -> queue.metric(name)).toArray(IMetric[]::new);
    }
}
