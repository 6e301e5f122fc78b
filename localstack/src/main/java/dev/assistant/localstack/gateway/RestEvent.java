package dev.assistant.localstack.gateway;

import dev.assistant.localstack.contract.Routes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The event of a REST request: API Gateway's Lambda proxy format 1.0 (API Gateway developer guide, "Input format of a Lambda
 * function for proxy integration"), whose type is {@code APIGatewayProxyRequestEvent}.
 */
final class RestEvent {

    private static final List<String> IDENTITY_WE_LACK = List.of(
            "cognitoIdentityPoolId",
            "accountId",
            "cognitoIdentityId",
            "caller",
            "accessKey",
            "cognitoAuthenticationType",
            "cognitoAuthenticationProvider",
            "userArn",
            "user");

    private RestEvent() {}

    /** @param traceparent in the place of the client's; empty to leave that as it is */
    static byte[] of(
            Request request,
            Routes.Match match,
            byte[] body,
            String requestId,
            Instant time,
            Optional<String> traceparent) {
        String path = request.getHttpURI().getPath();
        ObjectNode event = EventJson.JSON.createObjectNode();
        event.put("resource", match.resource());
        event.put("path", path);
        event.put("httpMethod", request.getMethod());
        EventJson.put(event, "headers", "multiValueHeaders", headers(request, traceparent));
        EventJson.put(event, "queryStringParameters", "multiValueQueryStringParameters", EventJson.query(request));
        putParameters(event, match.pathParameters());
        event.putNull("stageVariables");
        putContext(event.putObject("requestContext"), request, match.resource(), requestId, time);
        putBody(event, request, body);
        return EventJson.JSON.writeValueAsBytes(event);
    }

    private static Map<String, List<String>> headers(Request request, Optional<String> traceparent) {
        Map<String, List<String>> headers = EventJson.headers(request);
        traceparent.ifPresent(own -> {
            headers.keySet().removeIf("traceparent"::equalsIgnoreCase);
            headers.put("traceparent", List.of(own));
        });
        return headers;
    }

    private static void putParameters(ObjectNode event, Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            event.putNull("pathParameters");
        } else {
            ObjectNode values = event.putObject("pathParameters");
            parameters.forEach(values::put);
        }
    }

    private static void putContext(
            ObjectNode context, Request request, String resource, String requestId, Instant time) {
        context.put("resourceId", Integer.toHexString(resource.hashCode()));
        context.put("resourcePath", resource);
        context.put("httpMethod", request.getMethod());
        context.put("extendedRequestId", requestId);
        context.put("requestTime", EventJson.requestTime(time));
        context.put("path", "/" + EventJson.STAGE + request.getHttpURI().getPath());
        context.put("accountId", EventJson.ACCOUNT);
        context.put("protocol", request.getConnectionMetaData().getProtocol());
        context.put("stage", EventJson.STAGE);
        context.put("domainPrefix", "local");
        context.put("requestTimeEpoch", time.toEpochMilli());
        context.put("requestId", requestId);
        ObjectNode identity = context.putObject("identity");
        IDENTITY_WE_LACK.forEach(identity::putNull);
        identity.put("sourceIp", EventJson.sourceIp(request));
        identity.put("userAgent", EventJson.userAgent(request));
        context.put("domainName", Request.getServerName(request));
        context.put("apiId", "local");
    }

    private static void putBody(ObjectNode event, Request request, byte[] body) {
        boolean text = isText(request.getHeaders().get("Content-Type"));
        if (body.length == 0) {
            event.putNull("body");
        } else if (text) {
            event.put("body", new String(body, StandardCharsets.UTF_8));
        } else {
            event.put("body", Base64.getEncoder().encodeToString(body));
        }
        event.put("isBase64Encoded", !text && body.length > 0);
    }

    private static boolean isText(@Nullable String contentType) {
        if (contentType == null) {
            return true;
        }
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.startsWith("text/")
                || type.endsWith("json")
                || type.endsWith("xml")
                || type.endsWith("yaml")
                || type.equals("application/x-www-form-urlencoded")
                || type.equals("application/javascript");
    }
}
