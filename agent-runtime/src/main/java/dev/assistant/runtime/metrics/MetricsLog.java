package dev.assistant.runtime.metrics;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.assistant.adapters.metrics.EmbeddedMetrics;
import dev.assistant.adapters.metrics.EmbeddedMetrics.Metric;
import dev.assistant.workflow.Job;
import java.io.PrintStream;
import java.time.Instant;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Lines of the log that CloudWatch reads as metrics. Thread-safe. */
final class MetricsLog {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private static final Metric[] OF_A_JOB = {
        new Metric("workflow_executions_total", "Count"),
        new Metric("failed_jobs_total", "Count"),
        new Metric("workflow_execution_duration_seconds", "Seconds")
    };
    private static final Metric[] OF_A_REVIEW = {new Metric("code_reviews_total", "Count")};
    private static final Metric[] OF_THE_PROCESS = {
        new Metric("cpu_usage_percent", "Percent"),
        new Metric("memory_usage_bytes", "Bytes"),
        new Metric("disk_usage_percent", "Percent"),
        new Metric("running_jobs", "Count")
    };

    private final PrintStream out;

    MetricsLog(PrintStream out) {
        this.out = out;
    }

    void ended(Job job, String status, double seconds) {
        Instant time = job.completedAt().orElse(job.createdAt());
        out.println(JSON.writeValueAsString(new Ended(
                time,
                "INFO",
                "job_ended",
                job.id().toString(),
                job.workflow(),
                status,
                1,
                status.equals("failed") ? 1 : 0,
                seconds,
                EmbeddedMetrics.by("workflow", time, OF_A_JOB))));
    }

    void reviewed(Job job, Instant time) {
        out.println(JSON.writeValueAsString(
                new Reviewed(time, "INFO", "reviewed", job.id().toString(), 1, EmbeddedMetrics.of(time, OF_A_REVIEW))));
    }

    void figures(Instant time, double processor, long memory, double disk, int running) {
        out.println(JSON.writeValueAsString(new Figures(
                time, "INFO", "figures", processor, memory, disk, running, EmbeddedMetrics.of(time, OF_THE_PROCESS))));
    }

    private record Ended(
            Instant time,
            String level,
            String event,
            String job,
            String workflow,
            String status,
            int workflowExecutionsTotal,
            int failedJobsTotal,
            double workflowExecutionDurationSeconds,
            @JsonProperty("_aws") EmbeddedMetrics aws) {}

    private record Reviewed(
            Instant time,
            String level,
            String event,
            String job,
            int codeReviewsTotal,
            @JsonProperty("_aws") EmbeddedMetrics aws) {}

    private record Figures(
            Instant time,
            String level,
            String event,
            double cpuUsagePercent,
            long memoryUsageBytes,
            double diskUsagePercent,
            int runningJobs,
            @JsonProperty("_aws") EmbeddedMetrics aws) {}
}
