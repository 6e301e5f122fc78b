package dev.assistant.localstack.observe;

import dev.assistant.localstack.gateway.RequestObserver;
import dev.assistant.localstack.observe.trace.Span;
import dev.assistant.localstack.observe.trace.Traces;
import dev.assistant.trace.TraceContext;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Counts requests and makes the gateway's spans of them, as API Gateway does in the cloud. Thread-safe. */
final class ObservedRequests implements RequestObserver {
    private static final int FIRST_ERROR = 500;

    private final GatewayMetrics metrics;
    private final Traces traces;
    private final SecureRandom random = new SecureRandom();

    ObservedRequests(GatewayMetrics metrics, Traces traces) {
        this.metrics = metrics;
        this.traces = traces;
    }

    @Override
    public Observed begin(String method, Optional<String> traceparent) {
        Instant start = Instant.now();
        long begin = System.nanoTime();
        Optional<TraceContext> parent = traceparent.flatMap(TraceContext::parse);
        TraceContext own = parent.map(client -> client.next(random)).orElseGet(() -> TraceContext.start(random));
        metrics.begin();
        return new Observed() {
            @Override
            public Optional<String> traceparent() {
                return Optional.of(own.traceparent());
            }

            @Override
            public void answered(String resource, String function, int status) {
                Duration took = Duration.ofNanos(System.nanoTime() - begin);
                metrics.answered(method, resource, function, status, took);
                traces.add(new Span(
                        own.traceId(),
                        own.spanId(),
                        parent.map(TraceContext::spanId),
                        "gateway",
                        method + " " + resource,
                        start,
                        start.plus(took),
                        status >= FIRST_ERROR,
                        Map.of("http.response.status_code", Integer.toString(status))));
            }
        };
    }
}
