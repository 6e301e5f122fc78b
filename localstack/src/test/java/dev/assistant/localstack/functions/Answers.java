package dev.assistant.localstack.functions;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Does what the parameter {@code do} says. */
final class Answers implements Function<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {

    private int served;

    @Override
    public APIGatewayProxyResponseEvent apply(APIGatewayProxyRequestEvent event) {
        served++;
        return switch (Optional.ofNullable(event.getQueryStringParameters())
                .orElse(Map.of())
                .getOrDefault("do", "echo")) {
            case "echo" -> text(200, String.valueOf(event.getBody()));
            case "count" -> text(200, Integer.toString(served));
            case "environment" -> text(200, String.join(",", System.getenv().keySet()));
            case "class-path" ->
                text(200, String.valueOf(Answers.class.getClassLoader().getResource("catalogue.yaml")));
            case "binary" ->
                text(200, Base64.getEncoder().encodeToString(new byte[] {0, (byte) 0xff, 7}))
                        .withIsBase64Encoded(true);
            case "cookies" ->
                text(204, "")
                        .withMultiValueHeaders(
                                new HashMap<>(Map.of("Set-Cookie", List.of("a=1; Path=/", "b=2; HttpOnly"))));
            case "bare" -> new APIGatewayProxyResponseEvent().withStatusCode(202);
            case "no-status" -> new APIGatewayProxyResponseEvent().withBody("?");
            case "fail" -> throw new IllegalStateException("on purpose");
            case "exit" -> {
                Runtime.getRuntime().halt(3);
                yield text(500, "");
            }
            case "sleep" -> {
                sleep();
                yield text(200, "late");
            }
            default -> text(400, "?");
        };
    }

    private static APIGatewayProxyResponseEvent text(int status, String body) {
        return new APIGatewayProxyResponseEvent()
                .withStatusCode(status)
                .withHeaders(new HashMap<>(Map.of("Content-Type", "text/plain")))
                .withBody(body);
    }

    @SuppressWarnings("ThreadSleep") // it stands for a call that does not end
    private static void sleep() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
