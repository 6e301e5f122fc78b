package dev.assistant.infrastructure.constructs;

import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awscdk.services.apigateway.AccessLogFormat;

/** Access-log lines as JSON. Never the query, which may hold a socket's token, nor headers. */
final class AccessLogs {
    private AccessLogs() {}

    static AccessLogFormat rest() {
        return of(
                "requestId",
                "httpMethod",
                "path",
                "status",
                "responseLength",
                "responseLatency",
                "integration.latency");
    }

    static AccessLogFormat sockets() {
        return of("requestId", "routeKey", "eventType", "connectionId", "status", "integration.latency");
    }

    private static AccessLogFormat of(String... fields) {
        return AccessLogFormat.custom(List.of(fields).stream()
                .map(field -> "\"%s\":\"$context.%s\"".formatted(field, field))
                .collect(Collectors.joining(",", "{", "}")));
    }
}
