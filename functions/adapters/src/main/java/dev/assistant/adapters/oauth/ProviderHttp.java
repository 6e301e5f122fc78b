package dev.assistant.adapters.oauth;

import dev.assistant.failure.Failure;
import dev.assistant.identity.Provider;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a provider. Never follows a redirect, waits no longer than somebody who signs in would, and reads no more than an answer
 * can need. What the provider says goes into no message and no log: it holds tokens and people's data. Thread-safe.
 */
final class ProviderHttp {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(4);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);
    private static final long LARGEST_ANSWER = 256 * 1024;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Provider provider;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    ProviderHttp(Provider provider) {
        this.provider = provider;
    }

    /** An answer whose status says that the provider works: below 500. */
    record Reply(int status, JsonNode json) {
        boolean isOk() {
            return status == 200;
        }

        /** A text of the answer; empty text when there is none. */
        String text(String name) {
            return json.path(name).asString("");
        }
    }

    Reply post(URI address, Map<String, String> form) {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Form.encoded(form))));
    }

    Reply get(URI address) {
        return send(HttpRequest.newBuilder(address));
    }

    Reply get(URI address, String accessToken) {
        return send(HttpRequest.newBuilder(address).header("Authorization", "Bearer " + accessToken));
    }

    private Reply send(HttpRequest.Builder request) {
        HttpRequest whole = request.header("Accept", "application/json")
                .header("User-Agent", "development-assistant")
                .build();
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(
                whole,
                HttpResponse.BodyHandlers.limiting(
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST_ANSWER));
        try {
            // The request's own time-out ends with the headers; a body may come drop by drop.
            return reply(answer.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException | JacksonException e) {
            answer.cancel(true);
            throw unavailable(e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw unavailable(e);
        }
    }

    private Reply reply(HttpResponse<String> response) {
        if (response.statusCode() >= 500 || response.statusCode() == 429) {
            throw unavailable(new IllegalStateException("status " + response.statusCode()));
        }
        return new Reply(response.statusCode(), JSON.readTree(response.body()));
    }

    Failure.Unavailable unavailable(Throwable cause) {
        return new Failure.Unavailable("sign-in service of " + provider.label(), RETRY_AFTER, cause);
    }
}
