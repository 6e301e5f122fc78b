package dev.assistant.api.harness;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** A request on its way; becomes the event that API Gateway would make of it. */
public final class Call {
    private static final JsonMapper JSON = new JsonMapper();

    private final Gateway gateway;
    private final String method;
    private final String path;
    private final Map<String, String> query = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String body = "";
    private String address = "203.0.113.7";

    Call(Gateway gateway, String method, String path) {
        this.gateway = gateway;
        this.method = method;
        this.path = path;
    }

    public Call query(String name, String value) {
        query.put(name, value);
        return this;
    }

    public Call header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Call bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    public Call cookie(String name, String value) {
        headers.merge("Cookie", name + "=" + value, (before, added) -> before + "; " + added);
        return this;
    }

    public Call from(String networkAddress) {
        address = networkAddress;
        return this;
    }

    /** A JSON document as the body. */
    public Call json(Object document) {
        return text("application/json", JSON.writeValueAsString(document));
    }

    public Call text(String contentType, String content) {
        body = content;
        return header("Content-Type", contentType);
    }

    public Reply send() {
        return gateway.send(method, path, event());
    }

    private Map<String, Object> event() {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("resource", path);
        event.put("path", path);
        event.put("httpMethod", method);
        event.put("headers", headers);
        event.put("queryStringParameters", query.isEmpty() ? JSON.nullNode() : query);
        event.put("pathParameters", JSON.nullNode());
        event.put(
                "requestContext",
                Map.of(
                        "requestId",
                        UUID.randomUUID().toString(),
                        "httpMethod",
                        method,
                        "path",
                        path,
                        "stage",
                        "live",
                        "identity",
                        Map.of("sourceIp", address, "userAgent", "test")));
        event.put("body", body.isEmpty() ? JSON.nullNode() : body);
        event.put("isBase64Encoded", false);
        return event;
    }
}
