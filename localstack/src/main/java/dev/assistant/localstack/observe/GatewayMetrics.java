package dev.assistant.localstack.observe;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/** The metrics of SPEC section 8 that are taken where requests come in. Thread-safe. */
final class GatewayMetrics {
    private static final double[] SECONDS = {0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 29};
    private static final double NANOS = 1e9;
    private static final int FIRST_ERROR = 500;
    private static final int NOT_SIGNED_IN = 401;
    private static final String LOGIN = "/api/v1/auth/login";

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter requests = Counter.builder()
            .name("http_requests_total")
            .help("Requests that were answered.")
            .labelNames("function", "method", "status")
            .register(registry);
    private final Counter errors = Counter.builder()
            .name("http_errors_total")
            .help("Requests that were answered with 500 or above.")
            .register(registry);
    private final Counter failedLogins = Counter.builder()
            .name("failed_logins_total")
            .help("Sign-ins with a wrong password or an unknown address.")
            .register(registry);
    private final Gauge active = Gauge.builder()
            .name("http_active_requests")
            .help("Requests that are being answered.")
            .register(registry);
    private final Histogram durations = Histogram.builder()
            .name("http_request_duration_seconds")
            .help("From a request's arrival to its answer.")
            .labelNames("function")
            .classicOnly()
            .classicUpperBounds(SECONDS)
            .register(registry);

    /** Adds a figure that is asked for whenever somebody looks. */
    void gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call(value.getAsDouble()))
                .register(registry);
    }

    void begin() {
        active.inc();
    }

    void answered(String method, String resource, String function, int status, Duration took) {
        active.dec();
        requests.labelValues(function, method, Integer.toString(status)).inc();
        durations.labelValues(function).observe(took.toNanos() / NANOS);
        errors.inc(status >= FIRST_ERROR ? 1 : 0);
        failedLogins.inc(resource.equals(LOGIN) && status == NOT_SIGNED_IN ? 1 : 0);
    }

    /** Everything in Prometheus' text format, version 0.0.4. */
    String text() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PrometheusTextFormatWriter.create().write(out, registry.scrape());
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
