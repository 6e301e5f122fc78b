package dev.assistant.localstack.observe.trace;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What exporters send (OpenTelemetry protocol 1, binary protobuf over HTTP, {@code POST /v1/traces}). */
public final class OtlpSpans {
    private static final String SERVICE = "service.name";

    private OtlpSpans() {}

    /** @throws IOException when it is no such message */
    public static List<Span> read(InputStream body) throws IOException {
        return ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().stream()
                .flatMap(resource -> resource.getScopeSpansList().stream()
                        .flatMap(scope -> scope.getSpansList().stream())
                        .map(span -> span(service(resource), span)))
                .toList();
    }

    private static Span span(String service, io.opentelemetry.proto.trace.v1.Span span) {
        return new Span(
                hex(span.getTraceId()),
                hex(span.getSpanId()),
                Optional.of(hex(span.getParentSpanId())).filter(parent -> !parent.isEmpty()),
                service,
                span.getName(),
                instant(span.getStartTimeUnixNano()),
                instant(span.getEndTimeUnixNano()),
                span.getStatus().getCode() == StatusCode.STATUS_CODE_ERROR,
                attributes(span.getAttributesList()));
    }

    private static String service(ResourceSpans resource) {
        return attributes(resource.getResource().getAttributesList()).getOrDefault(SERVICE, "unknown");
    }

    private static Map<String, String> attributes(List<KeyValue> pairs) {
        Map<String, String> attributes = new HashMap<>();
        pairs.forEach(pair -> attributes.put(pair.getKey(), text(pair.getValue())));
        return attributes;
    }

    private static String text(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
            case INT_VALUE -> Long.toString(value.getIntValue());
            case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
            default -> value.getValueCase().name();
        };
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(0, nanos);
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
