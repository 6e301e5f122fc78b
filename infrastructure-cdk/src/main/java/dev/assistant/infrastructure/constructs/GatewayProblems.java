package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.contract.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What API Gateway answers by itself, before or instead of a function, in the product's one error shape (RFC 9457) and with
 * CORS headers, without which a browser shows a page of another origin nothing.
 */
final class GatewayProblems {
    private static final List<Problem> PROBLEMS = List.of(
            new Problem("REQUEST_TOO_LARGE", 413, "Too large", "Send large input through an upload."),
            new Problem("UNSUPPORTED_MEDIA_TYPE", 415, "Unsupported media type", "Send application/json."),
            new Problem("THROTTLED", 429, "Too many requests", "Wait a moment and try again."),
            new Problem("MISSING_AUTHENTICATION_TOKEN", 404, "Not found", "There is nothing at this address."),
            new Problem("INTEGRATION_FAILURE", 503, "Unavailable", "Try again in a moment."),
            new Problem("INTEGRATION_TIMEOUT", 504, "Timed out", "It took too long; try again in a moment."),
            new Problem("DEFAULT_4XX", 400, "Bad request", "The request was not understood."),
            new Problem("DEFAULT_5XX", 500, "Internal error", "Something went wrong on our side."));

    private GatewayProblems() {}

    /**
     * The API document's part with these answers. In the document and not resources of their own, because importing the next
     * document drops what it does not mention.
     */
    static Map<String, Object> in(String origin) {
        Map<String, Object> responses = new LinkedHashMap<>();
        for (Problem problem : PROBLEMS) {
            responses.put(
                    problem.type(),
                    Fields.of(
                            "statusCode",
                            problem.status(),
                            "responseParameters",
                            headers(problem, origin),
                            "responseTemplates",
                            Map.of("application/json", problem.template())));
        }
        return responses;
    }

    private static Map<String, String> headers(Problem problem, String origin) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/problem+json");
        headers.put("Access-Control-Allow-Origin", origin);
        headers.put("Access-Control-Allow-Credentials", "true");
        headers.put("Vary", "Origin");
        if (problem.passes()) {
            headers.put("Retry-After", "1");
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        headers.forEach((name, value) -> parameters.put("gatewayresponse.header." + name, "'" + value + "'"));
        return parameters;
    }

    private record Problem(String type, int status, String title, String detail) {
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
