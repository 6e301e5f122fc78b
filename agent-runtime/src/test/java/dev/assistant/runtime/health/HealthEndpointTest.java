package dev.assistant.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.runtime.health.Health.Status;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthEndpointTest {
    private final AtomicReference<Health> health = new AtomicReference<>(new Health(Status.OK, 2));
    private final HealthEndpoint endpoint;

    HealthEndpointTest() throws IOException {
        endpoint = new HealthEndpoint(0, health::get, () -> "up 1\n");
    }

    @AfterEach
    void close() {
        endpoint.close();
    }

    private HttpResponse<String> request(String method, String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + path))
                            .method(method, BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    @Test
    void is_well_while_it_takes_jobs() throws IOException, InterruptedException {
        HttpResponse<String> answer = request("GET", "/health");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"ok\",\"ready\":true,\"running_jobs\":2}");
    }

    @Test
    void is_not_ready_while_it_starts_stops_or_hears_nothing_from_the_queue() throws IOException, InterruptedException {
        for (Status status : new Status[] {Status.STARTING, Status.STOPPING, Status.DEGRADED}) {
            health.set(new Health(status, 0));
            HttpResponse<String> answer = request("GET", "/health");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("\"ready\":false");
        }
    }

    @Test
    void tells_its_metrics() throws IOException, InterruptedException {
        HttpResponse<String> answer = request("GET", "/metrics");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain; version=0.0.4");
        assertThat(answer.body()).isEqualTo("up 1\n");
    }

    @Test
    void answers_nothing_else() throws IOException, InterruptedException {
        assertThat(request("GET", "/health/x").statusCode()).isEqualTo(404);
        HttpResponse<String> answer = request("POST", "/health");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET");
    }
}
