package dev.assistant.runtime.trace;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The OpenTelemetry SDK as its standard environment variables configure it ({@code OTEL_…}). Nothing is sent unless one of them
 * says where to; then by OTLP over HTTP unless they say otherwise.
 */
public final class Telemetry {
    private Telemetry() {}

    /** Whoever opens it closes it, which sends what is left. */
    public static OpenTelemetrySdk open(Map<String, String> environment) {
        boolean hasEndpoint = Stream.of("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
                .anyMatch(key -> !environment.getOrDefault(key, "").isBlank());
        Map<String, String> defaults = Map.of(
                "otel.service.name", "agent-runtime",
                "otel.traces.exporter", hasEndpoint ? "otlp" : "none",
                "otel.metrics.exporter", "none",
                "otel.logs.exporter", "none",
                "otel.exporter.otlp.protocol", "http/protobuf");
        return AutoConfiguredOpenTelemetrySdk.builder()
                .addPropertiesSupplier(() -> defaults)
                .disableShutdownHook()
                .build()
                .getOpenTelemetrySdk();
    }
}
