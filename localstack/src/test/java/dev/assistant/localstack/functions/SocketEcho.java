package dev.assistant.localstack.functions;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

/** Refuses with the status that the token says, and sends each message back through the management API. */
final class SocketEcho implements Function<APIGatewayV2WebSocketEvent, APIGatewayV2WebSocketResponse> {

    /** Where the management API is: a test sets it for the whole JVM. */
    static final String MANAGEMENT = "test.management";

    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public APIGatewayV2WebSocketResponse apply(APIGatewayV2WebSocketEvent event) {
        APIGatewayV2WebSocketResponse response = new APIGatewayV2WebSocketResponse();
        response.setStatusCode(200);
        String route = event.getRequestContext().getRouteKey();
        if (route.equals("$connect")) {
            Map<String, String> query = event.getQueryStringParameters();
            response.setStatusCode(Integer.parseInt(query.getOrDefault("token", "401")));
            if (query.containsKey("greet")) {
                send(event, query.get("job_id") + " " + query.get("last_seq"));
            }
        } else if (route.equals("$default")) {
            if (event.getBody().equals("fail")) {
                throw new IllegalStateException("on purpose");
            }
            send(event, event.getBody());
        } else {
            System.setProperty("test.disconnected", event.getRequestContext().getConnectionId());
        }
        return response;
    }

    /** Not waited for: at $connect the socket is open only after the function has answered. */
    private void send(APIGatewayV2WebSocketEvent event, String text) {
        String id = URLEncoder.encode(event.getRequestContext().getConnectionId(), StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(System.getProperty(MANAGEMENT) + "/@connections/" + id))
                .POST(HttpRequest.BodyPublishers.ofString(text))
                .build();
        Thread.ofVirtual().start(() -> {
            try {
                http.send(request, HttpResponse.BodyHandlers.discarding());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
