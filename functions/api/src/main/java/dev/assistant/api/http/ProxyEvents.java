package dev.assistant.api.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import dev.assistant.identity.Client;
import dev.assistant.identity.TrustedEdge;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Between API Gateway's proxy events and ours. Any part of an event may be missing. */
final class ProxyEvents {
    private ProxyEvents() {}

    static Request request(APIGatewayProxyRequestEvent event, TrustedEdge trustedEdge) {
        Map<String, String> headers = headers(event);
        Optional<APIGatewayProxyRequestEvent.ProxyRequestContext> context =
                Optional.ofNullable(event.getRequestContext());
        String seen = context.map(APIGatewayProxyRequestEvent.ProxyRequestContext::getIdentity)
                .map(APIGatewayProxyRequestEvent.RequestIdentity::getSourceIp)
                .orElse("unknown");
        return new Request(
                context.map(APIGatewayProxyRequestEvent.ProxyRequestContext::getRequestId)
                        .orElseGet(() -> UUID.randomUUID().toString()),
                Objects.requireNonNullElse(event.getHttpMethod(), "GET").toUpperCase(Locale.ROOT),
                Objects.requireNonNullElse(event.getPath(), "/"),
                Map.of(),
                withoutNulls(event.getQueryStringParameters()),
                headers,
                body(event),
                new Client(
                        trustedEdge.viewer(
                                Optional.ofNullable(headers.get(TrustedEdge.KEY_HEADER)),
                                Optional.ofNullable(headers.get(TrustedEdge.ADDRESSES_HEADER)),
                                seen),
                        headers.getOrDefault("user-agent", "")),
                Optional.empty());
    }

    static APIGatewayProxyResponseEvent response(Answer answer) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        answer.contentType().ifPresent(type -> headers.put("Content-Type", List.of(type)));
        for (Answer.Header header : answer.headers()) {
            headers.computeIfAbsent(header.name(), name -> new ArrayList<>()).add(header.value());
        }
        APIGatewayProxyResponseEvent event = new APIGatewayProxyResponseEvent();
        event.setStatusCode(answer.status());
        event.setMultiValueHeaders(headers);
        event.setBody(answer.body());
        event.setIsBase64Encoded(false);
        return event;
    }

    private static Map<String, String> headers(APIGatewayProxyRequestEvent event) {
        Map<String, String> headers = new HashMap<>();
        withoutNulls(event.getHeaders()).forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        withoutNulls(event.getMultiValueHeaders())
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        return headers;
    }

    private static String body(APIGatewayProxyRequestEvent event) {
        String body = Objects.requireNonNullElse(event.getBody(), "");
        if (!Boolean.TRUE.equals(event.getIsBase64Encoded())) {
            return body;
        }
        return new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8);
    }

    private static <V> Map<String, V> withoutNulls(@Nullable Map<String, V> map) {
        Map<String, V> safe = new HashMap<>();
        if (map != null) {
            map.forEach((key, value) -> {
                if (key != null && value != null) {
                    safe.put(key, value);
                }
            });
        }
        return safe;
    }
}
