package dev.assistant.infrastructure.constructs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.apigateway.GatewayResponseOptions;
import software.amazon.awscdk.services.apigateway.ResponseType;
import software.amazon.awscdk.services.apigateway.SpecRestApi;

/**
 * What API Gateway answers by itself, before or instead of a function, in the product's one error shape (RFC 9457) and with
 * CORS headers, without which a browser shows a page of another origin nothing.
 */
final class GatewayProblems {
    private static final List<Problem> PROBLEMS = List.of(
            new Problem(ResponseType.REQUEST_TOO_LARGE, 413, "Too large", "Send large input through an upload."),
            new Problem(ResponseType.UNSUPPORTED_MEDIA_TYPE, 415, "Unsupported media type", "Send application/json."),
            new Problem(ResponseType.THROTTLED, 429, "Too many requests", "Wait a moment and try again."),
            new Problem(
                    ResponseType.MISSING_AUTHENTICATION_TOKEN, 404, "Not found", "There is nothing at this address."),
            new Problem(ResponseType.INTEGRATION_FAILURE, 503, "Unavailable", "Try again in a moment."),
            new Problem(ResponseType.INTEGRATION_TIMEOUT, 504, "Timed out", "It took too long; try again in a moment."),
            new Problem(ResponseType.DEFAULT_4_XX, 400, "Bad request", "The request was not understood."),
            new Problem(ResponseType.DEFAULT_5_XX, 500, "Internal error", "Something went wrong on our side."));

    private GatewayProblems() {}

    static void addTo(SpecRestApi api, String origin) {
        for (Problem problem : PROBLEMS) {
            api.addGatewayResponse(
                    "Problem" + problem.type().getResponseType(),
                    GatewayResponseOptions.builder()
                            .type(problem.type())
                            .statusCode(Integer.toString(problem.status()))
                            .responseHeaders(headers(problem, origin))
                            .templates(Map.of("application/json", problem.template()))
                            .build());
        }
    }

    private static Map<String, String> headers(Problem problem, String origin) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "'application/problem+json'");
        headers.put("Access-Control-Allow-Origin", "'" + origin + "'");
        headers.put("Access-Control-Allow-Credentials", "'true'");
        headers.put("Vary", "'Origin'");
        if (problem.passes()) {
            headers.put("Retry-After", "'1'");
        }
        return headers;
    }

    private record Problem(ResponseType type, int status, String title, String detail) {
        /** Whether the same request may succeed a moment later. */
        boolean passes() {
            return status == 429 || status == 503 || status == 504;
        }

        /** API Gateway only fills in its variables here, without escaping; so nothing of the request may be in it. */
        String template() {
            return ("{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\","
                            + "\"instance\":\"urn:uuid:$context.requestId\",\"request_id\":\"$context.requestId\"}")
                    .formatted(title, status, detail);
        }
    }
}
