package dev.assistant.localstack.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product as a client without cookies uses it. */
public final class Product {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PASSWORD = "Correct-horse-7";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String origin;

    /** @param origin where the gateway listens */
    public Product(String origin) {
        this.origin = origin;
    }

    /** A fresh account's access token. */
    public String signUp() throws IOException, InterruptedException {
        String name = "bench-" + UUID.randomUUID().toString().substring(0, 8);
        String email = name + "@example.com";
        post(
                "/auth/register",
                "",
                JSON.createObjectNode()
                        .put("email", email)
                        .put("username", name)
                        .put("password", PASSWORD));
        return post(
                        "/auth/login",
                        "",
                        JSON.createObjectNode().put("email", email).put("password", PASSWORD))
                .required("access_token")
                .asString();
    }

    JsonNode submit(String token, String code) throws IOException, InterruptedException {
        return post(
                "/code-review", token, JSON.createObjectNode().put("code", code).put("file_path", "bench.py"));
    }

    JsonNode get(String path, String token) throws IOException, InterruptedException {
        return send(request(path, token).GET().build());
    }

    HttpClient http() {
        return http;
    }

    URI socket(String jobId, String token) {
        return URI.create(origin.replaceFirst("^http", "ws") + "/api/v1/ws/" + jobId + "?token=" + token);
    }

    /** Any JSON text. */
    public static JsonNode read(String json) {
        return JSON.readTree(json);
    }

    private JsonNode post(String path, String token, JsonNode body) throws IOException, InterruptedException {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(origin + "/api/v1" + path)).timeout(Duration.ofSeconds(30));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(request.method() + " " + request.uri().getPath() + " answered " + answer.statusCode()
                    + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
