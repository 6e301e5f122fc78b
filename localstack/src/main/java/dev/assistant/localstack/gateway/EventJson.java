package dev.assistant.localstack.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What events of the REST and of the WebSocket API have in common. */
final class EventJson {

    static final JsonMapper JSON = JsonMapper.shared();

    /** API Gateway's stage, in the cloud and here. */
    static final String STAGE = "live";

    static final String ACCOUNT = "000000000000";

    private static final DateTimeFormatter REQUEST_TIME = DateTimeFormatter.ofPattern(
                    "dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** About one connection to the gateway, not about the request; API Gateway passes none of them on. */
    private static final Set<String> NOT_PASSED_ON = Set.of(
            "connection",
            "content-length",
            "http2-settings",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private static final SecureRandom RANDOM = new SecureRandom();

    private EventJson() {}

    /** The request's headers in its own spelling, and those that CloudFront and API Gateway add. */
    static Map<String, List<String>> headers(Request request) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        HttpFields fields = request.getHeaders();
        for (HttpField field : fields) {
            if (!NOT_PASSED_ON.contains(field.getLowerCaseName())) {
                headers.computeIfAbsent(field.getName(), name -> new ArrayList<>())
                        .add(field.getValue());
            }
        }
        String forwarded = fields.get("X-Forwarded-For");
        String source = sourceIp(request);
        headers.keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).startsWith("x-forwarded-"));
        headers.put("X-Forwarded-For", List.of(forwarded == null ? source : forwarded + ", " + source));
        headers.put("X-Forwarded-Port", List.of(Integer.toString(Request.getServerPort(request))));
        headers.put("X-Forwarded-Proto", List.of(request.getHttpURI().getScheme()));
        headers.put("X-Amzn-Trace-Id", List.of(traceId()));
        return headers;
    }

    /** The query's parameters, decoded, in order. */
    static Map<String, List<String>> query(Request request) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        String query = request.getHttpURI().getQuery();
        if (query == null || query.isEmpty()) {
            return parameters;
        }
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            parameters.computeIfAbsent(decoded(name), key -> new ArrayList<>()).add(decoded(value));
        }
        return parameters;
    }

    /** Puts the last of several values under one key and all under another; null for none, as API Gateway does. */
    static void put(ObjectNode event, String key, String multiKey, Map<String, List<String>> values) {
        if (values.isEmpty()) {
            event.putNull(key);
            event.putNull(multiKey);
            return;
        }
        ObjectNode last = event.putObject(key);
        values.forEach((name, all) -> last.put(name, all.getLast()));
        ObjectNode multi = event.putObject(multiKey);
        values.forEach((name, all) -> {
            ArrayNode list = multi.putArray(name);
            all.forEach(list::add);
        });
    }

    static String sourceIp(Request request) {
        return Request.getRemoteAddr(request);
    }

    static @Nullable String userAgent(Request request) {
        return request.getHeaders().get("User-Agent");
    }

    static String requestTime(Instant time) {
        return REQUEST_TIME.format(time);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static String traceId() {
        return "Root=1-%08x-%08x%016x".formatted(Instant.now().getEpochSecond(), RANDOM.nextInt(), RANDOM.nextLong());
    }
}
