package dev.assistant.realtime.harness;

import java.util.LinkedHashMap;
import java.util.Map;

/** Events as API Gateway makes them. */
public final class Events {
    private Events() {}

    public static Map<String, Object> connect(
            String connection, Map<String, String> query, Map<String, String> headers) {
        Map<String, Object> event = socket("$connect", "CONNECT", connection);
        event.put("queryStringParameters", query);
        event.put("headers", headers);
        return event;
    }

    public static Map<String, Object> disconnect(String connection) {
        return socket("$disconnect", "DISCONNECT", connection);
    }

    public static Map<String, Object> message(String connection, String body) {
        Map<String, Object> event = socket("$default", "MESSAGE", connection);
        event.put("body", body);
        return event;
    }

    private static Map<String, Object> socket(String route, String type, String connection) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put(
                "requestContext",
                Map.of(
                        "routeKey",
                        route,
                        "eventType",
                        type,
                        "connectionId",
                        connection,
                        "requestId",
                        "request",
                        "stage",
                        "live",
                        "connectedAt",
                        1_768_469_400_000L,
                        "identity",
                        Map.of("sourceIp", "203.0.113.7")));
        event.put("isBase64Encoded", false);
        return event;
    }
}
