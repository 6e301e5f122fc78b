package dev.assistant.runtime;

import dev.assistant.failure.Causes;
import dev.assistant.runtime.analysis.AnalysisEngine;
import dev.assistant.runtime.health.Health;
import dev.assistant.runtime.health.Health.Status;
import dev.assistant.runtime.health.HealthEndpoint;
import dev.assistant.runtime.metrics.WorkerMetrics;
import dev.assistant.runtime.run.JobWorker;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts that run in this process, and the order in which they start and stop. */
final class AgentRuntime implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AgentRuntime.class);
    private static final Duration BETWEEN_PROBES = Duration.ofSeconds(1);
    private static final Duration BETWEEN_FIGURES = Duration.ofMinutes(1);

    private final List<AnalysisEngine> engines;
    private final JobWorker worker;
    private final List<Runnable> probes;
    private final List<AutoCloseable> connections;
    private final WorkerMetrics metrics;
    private final HealthEndpoint endpoint;
    private final Timer figures = new Timer("figures", true);
    private volatile Status status = Status.STARTING;

    /**
     * @param probes each throws while something that the worker needs does not answer
     * @param connections closed last
     */
    AgentRuntime(
            List<AnalysisEngine> engines,
            JobWorker worker,
            List<Runnable> probes,
            List<AutoCloseable> connections,
            WorkerMetrics metrics,
            int healthPort)
            throws IOException {
        this.engines = engines;
        this.worker = worker;
        this.probes = probes;
        this.connections = connections;
        this.metrics = metrics;
        metrics.gauge("running_jobs", "Jobs that this process holds.", worker::running);
        this.endpoint = new HealthEndpoint(healthPort, this::health, metrics::text);
    }

    /** Takes jobs as soon as everything answers; the analysers load meanwhile. */
    void start() throws InterruptedException {
        engines.forEach(AnalysisEngine::warmUp);
        for (Runnable probe : probes) {
            awaitAnswer(probe);
        }
        becomeReady();
    }

    private synchronized void becomeReady() {
        if (status == Status.STARTING) {
            worker.start();
            figures.schedule(telling(), BETWEEN_FIGURES.toMillis(), BETWEEN_FIGURES.toMillis());
            status = Status.OK;
            LOG.info("Ready for jobs; health on port {}", endpoint.port());
        }
    }

    private TimerTask telling() {
        return new TimerTask() {
            @Override
            public void run() {
                metrics.tell(Instant.now(), worker::running);
            }
        };
    }

    Health health() {
        Status now = status;
        boolean isDegraded = now == Status.OK && !worker.isReceiving();
        return new Health(isDegraded ? Status.DEGRADED : now, worker.running());
    }

    int healthPort() {
        return endpoint.port();
    }

    private void awaitAnswer(Runnable probe) throws InterruptedException {
        boolean told = false;
        while (status == Status.STARTING) {
            try {
                probe.run();
                return;
            } catch (RuntimeException e) {
                if (!told) {
                    LOG.warn("Waiting for a dependency: {}", Causes.of(e));
                    told = true;
                }
                Thread.sleep(BETWEEN_PROBES);
            }
        }
    }

    /** Hands running jobs back, then closes everything. May be called more than once. */
    @Override
    public synchronized void close() {
        if (status == Status.STOPPING) {
            return;
        }
        status = Status.STOPPING;
        LOG.info("Stopping; {} running jobs go back to the queue", worker.running());
        figures.cancel();
        worker.close();
        engines.forEach(AnalysisEngine::close);
        connections.forEach(AgentRuntime::close);
        endpoint.close();
    }

    private static void close(AutoCloseable connection) {
        try {
            connection.close();
        } catch (Exception e) {
            LOG.warn("A connection could not be closed: {}", Causes.of(e));
        }
    }
}
