package dev.assistant.realtime;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.assistant.adapters.metrics.EmbeddedMetrics;
import dev.assistant.adapters.metrics.EmbeddedMetrics.Metric;
import dev.assistant.failure.Causes;
import dev.assistant.identity.Caller;
import dev.assistant.limit.LimitKey;
import dev.assistant.trace.RequestTrace;
import dev.assistant.workflow.JobId;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is logged of what a socket or a watcher asked for: one line of JSON with the fields that the API's requests have. It names
 * people by a hash and errors by their types and places; queries, headers, messages and addresses can hold what no log may. In the
 * cloud the line is the sockets' metrics as well. For one request, used by one thread.
 */
final class RequestLine {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int FIRST_REFUSED = 400;
    private static final int FIRST_ERROR = 500;
    private static final Metric[] METRICS = {
        new Metric("sockets_opened_total", "Count"),
        new Metric("sockets_refused_total", "Count"),
        new Metric("sockets_closed_total", "Count"),
        new Metric("events_delivered_total", "Count"),
        new Metric("events_dropped_total", "Count")
    };

    private final Instant time = Instant.now();
    private final long begin = System.nanoTime();
    private final String function;
    private final String operation;
    private final String id;
    private final RequestTrace trace;
    private @Nullable String user;
    private @Nullable String job;
    private @Nullable String failure;
    private long delivered;
    private long dropped;

    /** @param headers a header's value by its name in lower case */
    RequestLine(String function, String operation, String id, Function<String, Optional<String>> headers) {
        this.function = function;
        this.operation = operation;
        this.id = id;
        this.trace = RequestTrace.of(headers, RANDOM);
    }

    void caller(Caller caller) {
        user = LimitKey.of(caller.user().toString());
    }

    void job(JobId about) {
        job = about.toString();
    }

    /** Something went wrong that is not the client's fault. */
    void failure(Throwable thrown) {
        failure = Causes.of(thrown);
    }

    /** Events that were sent since the line before, on whichever request. */
    void sent(SentEvents events) {
        delivered = events.takeDelivered();
        dropped = events.takeDropped();
    }

    /** @param status as HTTP has it, also of what no HTTP request asked for */
    void write(int status, PrintStream out) {
        out.println(JSON.writeValueAsString(new Line(
                time,
                status >= FIRST_ERROR ? "ERROR" : "INFO",
                "request",
                id,
                trace.span().traceId(),
                trace.span().spanId(),
                trace.parent().orElse(null),
                operation,
                status,
                Duration.ofNanos(System.nanoTime() - begin).toMillis(),
                user,
                job,
                failure,
                function,
                isOf("$connect") && status < FIRST_REFUSED ? 1 : 0,
                isOf("$connect") && status >= FIRST_REFUSED ? 1 : 0,
                isOf("$disconnect") ? 1 : 0,
                delivered,
                dropped,
                EmbeddedMetrics.of(time, METRICS))));
    }

    private boolean isOf(String route) {
        return operation.equals(route);
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
            String operation,
            int status,
            long durationMs,
            @Nullable String user,
            @Nullable String job,
            @Nullable String failure,
            String function,
            int socketsOpenedTotal,
            int socketsRefusedTotal,
            int socketsClosedTotal,
            long eventsDeliveredTotal,
            long eventsDroppedTotal,
            @JsonProperty("_aws") EmbeddedMetrics aws) {}
}
