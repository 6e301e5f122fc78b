package dev.assistant.adapters.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assistant.adapters.aws.AwsClients;
import dev.assistant.adapters.aws.AwsSettings;
import dev.assistant.adapters.settings.Environment;
import dev.assistant.failure.Failure;
import dev.assistant.progress.ConnectionId;
import dev.assistant.progress.JobEvent;
import dev.assistant.progress.Sequenced;
import dev.assistant.testkit.engine.LocalClients;
import dev.assistant.workflow.JobId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;

class ManagementApiSocketsTest {
    private static final ConnectionId CONNECTION = new ConnectionId("L0SM9cOFvHcCIhw=");

    private final JobId job = new JobId(UUID.fromString("0199f3a2-7c41-7d30-9b6e-2f4c8a1d5e07"));
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ArrayDeque<>();
    private HttpServer gateway;
    private ApiGatewayManagementApiClient client;
    private ManagementApiSockets sockets;

    @BeforeEach
    void a_gateway() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", this::answer);
        gateway.start();
        AwsSettings settings = AwsSettings.from(new Environment(Map.of("AWS_REGION", "eu-central-1")));
        client = new AwsClients(settings, LocalClients.CREDENTIALS)
                .managementApi(
                        URI.create("http://127.0.0.1:" + gateway.getAddress().getPort()));
        sockets = new ManagementApiSockets(client);
    }

    @AfterEach
    void stop() {
        client.close();
        gateway.stop(0);
    }

    @Test
    void greets_sends_and_closes_through_the_management_api() {
        Sequenced event = new Sequenced(3, new JobEvent.Progressed("analyzing", 25), Instant.EPOCH);

        assertThat(sockets.greet(CONNECTION, job)).isTrue();
        assertThat(sockets.send(CONNECTION, job, event)).isTrue();
        sockets.close(CONNECTION);

        String path = "/@connections/L0SM9cOFvHcCIhw=";
        assertThat(requests)
                .containsExactly(
                        "POST " + path + " {\"type\":\"connected\",\"job_id\":\"" + job + "\"}",
                        "POST " + path
                                + " {\"type\":\"progress\",\"step\":\"analyzing\",\"percent\":25,\"seq\":3,\"at\":\"1970-01-01T00:00:00Z\"}",
                        "DELETE " + path + " ");
    }

    @Test
    void knows_a_socket_that_is_gone() {
        answers.addAll(List.of(410, 410));

        assertThat(sockets.greet(CONNECTION, job)).isFalse();
        sockets.close(CONNECTION);
    }

    @Test
    void tries_again_when_the_gateway_is_busy_or_stumbles() {
        answers.addAll(List.of(429, 500));

        assertThat(sockets.greet(CONNECTION, job)).isTrue();
        assertThat(requests).hasSize(3);
    }

    @Test
    void does_not_take_a_busy_gateway_for_a_socket_that_is_gone() {
        answers.addAll(List.of(429, 429, 429, 429, 429, 429));

        assertThatThrownBy(() -> sockets.greet(CONNECTION, job)).isInstanceOf(Failure.Unavailable.class);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath() + " " + body);
            int status = Optional.ofNullable(answers.poll()).orElse(200);
            if (status == 410) {
                exchange.getResponseHeaders().add("x-amzn-ErrorType", "GoneException");
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }
}
