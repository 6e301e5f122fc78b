package dev.assistant.localstack.gateway;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The events of a WebSocket connection (API Gateway developer guide, "Lambda proxy integration for WebSocket APIs"), whose
 * type is {@code APIGatewayV2WebSocketEvent}.
 *
 * @param id the connection's
 * @param since when it was asked for
 */
record SocketEvent(String id, String sourceIp, @Nullable String userAgent, String domainName, Instant since) {

    static SocketEvent of(String id, Request request, Instant since) {
        return new SocketEvent(
                id, EventJson.sourceIp(request), EventJson.userAgent(request), Request.getServerName(request), since);
    }

    /** @param jobId from the path, where it moves into the query as the edge does it; the client's own is overwritten */
    byte[] connect(Request request, String jobId) {
        ObjectNode event = EventJson.JSON.createObjectNode();
        EventJson.put(event, "headers", "multiValueHeaders", EventJson.headers(request));
        var query = EventJson.query(request);
        query.put("job_id", List.of(jobId));
        EventJson.put(event, "queryStringParameters", "multiValueQueryStringParameters", query);
        putContext(event, "$connect", "CONNECT");
        return bytes(event);
    }

    byte[] message(String body, boolean binary) {
        ObjectNode event = EventJson.JSON.createObjectNode();
        ObjectNode context = putContext(event, "$default", "MESSAGE");
        context.put("messageId", UUID.randomUUID().toString());
        event.put("body", body);
        event.put("isBase64Encoded", binary);
        return EventJson.JSON.writeValueAsBytes(event);
    }

    byte[] disconnect(int statusCode, String reason) {
        ObjectNode event = EventJson.JSON.createObjectNode();
        ObjectNode context = putContext(event, "$disconnect", "DISCONNECT");
        context.put("disconnectStatusCode", statusCode);
        context.put("disconnectReason", reason);
        return bytes(event);
    }

    private static byte[] bytes(ObjectNode event) {
        event.put("isBase64Encoded", false);
        return EventJson.JSON.writeValueAsBytes(event);
    }

    private ObjectNode putContext(ObjectNode event, String route, String type) {
        Instant now = Instant.now();
        String requestId = UUID.randomUUID().toString();
        ObjectNode context = event.putObject("requestContext");
        context.put("routeKey", route);
        context.put("eventType", type);
        context.put("extendedRequestId", requestId);
        context.put("requestTime", EventJson.requestTime(now));
        context.put("messageDirection", "IN");
        context.put("stage", EventJson.STAGE);
        context.put("connectedAt", since.toEpochMilli());
        context.put("requestTimeEpoch", now.toEpochMilli());
        ObjectNode identity = context.putObject("identity");
        identity.put("sourceIp", sourceIp);
        identity.put("userAgent", userAgent);
        context.put("requestId", requestId);
        context.put("domainName", domainName);
        context.put("connectionId", id);
        context.put("apiId", "local");
        return context;
    }
}
