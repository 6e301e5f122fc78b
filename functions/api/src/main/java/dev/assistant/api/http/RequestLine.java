package dev.assistant.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.assistant.adapters.metrics.EmbeddedMetrics;
import dev.assistant.adapters.metrics.EmbeddedMetrics.Metric;
import dev.assistant.failure.Causes;
import dev.assistant.identity.Caller;
import dev.assistant.limit.LimitKey;
import dev.assistant.trace.RequestTrace;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is logged of a request: one line of JSON, whatever happens on the way, which log services read field by field. It names
 * the operation and not the path, people by a hash and errors by their types: paths, addresses and messages can hold what no log
 * may. In the cloud the line is the function's metrics as well (SPEC section 8), and everywhere the request's span. For one request, used by one thread.
 */
final class RequestLine {
    private static final String LOGIN = "login";
    private static final double NANOS = 1e9;
    private static final Metric[] METRICS = {
        new Metric("http_requests_total", "Count"),
        new Metric("http_request_duration_seconds", "Seconds"),
        new Metric("http_errors_total", "Count"),
        new Metric("failed_logins_total", "Count")
    };

    private final Instant time;
    private final long begin;
    private final RequestTrace trace;
    private String operation = "none";
    private String function = "none";
    private @Nullable String user;
    private @Nullable String credential;
    private @Nullable String failure;

    RequestLine(Instant time, long nanos, RequestTrace trace) {
        this.time = time;
        this.begin = nanos;
        this.trace = trace;
    }

    void operation(Route route) {
        operation = route.operation();
        function = route.function();
    }

    void caller(Optional<Caller> caller) {
        user = caller.map(known -> LimitKey.of(known.user().toString())).orElse(null);
        credential = caller.map(known -> known.key().isPresent() ? "api_key" : "session")
                .orElse(null);
    }

    /** Something went wrong that is not the client's fault. */
    void failure(Throwable thrown) {
        failure = Causes.of(thrown);
    }

    void write(Request request, int status, long nanos, PrintStream out) {
        out.println(Json.write(new Line(
                time,
                status >= 500 ? "ERROR" : "INFO",
                "request",
                request.id(),
                trace.span().traceId(),
                trace.span().spanId(),
                trace.parent().orElse(null),
                request.method(),
                operation,
                status,
                Duration.ofNanos(nanos - begin).toMillis(),
                user,
                credential,
                failure,
                function,
                1,
                (nanos - begin) / NANOS,
                status >= 500 ? 1 : 0,
                operation.equals(LOGIN) && status == 401 ? 1 : 0,
                EmbeddedMetrics.by("function", time, METRICS))));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Line(
            Instant time,
            String level,
            String event,
            String requestId,
            String traceId,
            String spanId,
            @Nullable String parentSpanId,
            String method,
            String operation,
            int status,
            long durationMs,
            @Nullable String user,
            @Nullable String credential,
            @Nullable String failure,
            String function,
            int httpRequestsTotal,
            double httpRequestDurationSeconds,
            int httpErrorsTotal,
            int failedLoginsTotal,
            @JsonProperty("_aws") EmbeddedMetrics aws) {}
}
