package dev.assistant.runtime.metrics;

import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobStatus;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;

/**
 * Counts what this process does, for two readers: Prometheus, which asks for {@link #text}, and CloudWatch, which finds the same
 * names in the log. No label and no dimension names a person or a job. Thread-safe.
 */
public final class WorkerMetrics {
    /** The longest is the job's own limit. */
    private static final double[] SECONDS = {0.5, 1, 2, 5, 10, 30, 60, 120, 300, 900, 1800};

    private static final double MILLIS = 1000;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final ProcessFigures process = new ProcessFigures();
    private final MetricsLog log;
    private final Counter executions = Counter.builder()
            .name("workflow_executions_total")
            .help("Jobs that have ended.")
            .labelNames("workflow", "status")
            .register(registry);
    private final Counter reviews = Counter.builder()
            .name("code_reviews_total")
            .help("Reviews with a report.")
            .register(registry);
    private final Histogram durations = Histogram.builder()
            .name("workflow_execution_duration_seconds")
            .help("From a job's first start to its end.")
            .labelNames("workflow")
            .classicOnly()
            .classicUpperBounds(SECONDS)
            .register(registry);

    /** @param out takes a line of JSON for each job that ends, and one each time the process's figures are told */
    public WorkerMetrics(PrintStream out) {
        this.log = new MetricsLog(out);
        gauge("cpu_usage_percent", "Of the processors of this process.", process::processorPercent);
        gauge("memory_usage_bytes", "Memory of the virtual machine.", process::memoryBytes);
        gauge("disk_usage_percent", "Of the disk where files of jobs are unpacked.", process::diskPercent);
    }

    /** Adds a figure that is asked for whenever somebody looks. */
    public void gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call(value.getAsDouble()))
                .register(registry);
    }

    /** Shows the jobs of a workflow as none before the first has ended: a counter that appears at 1 has not risen. */
    public void offers(String workflow) {
        for (JobStatus status : JobStatus.values()) {
            if (status.isFinal()) {
                executions.initLabelValues(workflow, nameOf(status));
            }
        }
    }

    private static String nameOf(JobStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    /** Counts a job that has come to its end, in whatever way. */
    public void ended(Job job) {
        String status = nameOf(job.status());
        Duration took = job.startedAt()
                .flatMap(start -> job.completedAt().map(end -> Duration.between(start, end)))
                .orElse(Duration.ZERO);
        double seconds = took.toMillis() / MILLIS;
        executions.labelValues(job.workflow(), status).inc();
        durations.labelValues(job.workflow()).observe(seconds);
        log.ended(job, status, seconds);
    }

    /** Counts a review that has a report. */
    public void reviewed(Job job, Instant at) {
        reviews.inc();
        log.reviewed(job, at);
    }

    /** Writes the process's figures of this moment to the log. */
    public void tell(Instant now, IntSupplier runningJobs) {
        log.figures(
                now, process.processorPercent(), process.memoryBytes(), process.diskPercent(), runningJobs.getAsInt());
    }

    /** Everything in Prometheus' text format, version 0.0.4. */
    public String text() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PrometheusTextFormatWriter.create().write(out, registry.scrape());
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
