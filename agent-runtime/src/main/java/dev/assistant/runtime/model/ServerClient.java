package dev.assistant.runtime.model;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * HTTP for the OpenAI protocol: follows no redirects (the key would go along), bounds what it reads of an error, and keeps when a
 * server wants to be asked again. A request in a stream runs on a thread of its own. Thread-safe.
 */
final class ServerClient implements HttpClient {
    private static final int SUCCESS = 200;
    private static final int REDIRECTS = 300;
    private static final int LONGEST_ERROR = 4_096;
    /** In bytes; far more than the longest answer that is asked for. */
    private static final int LONGEST_ANSWER = 8_000_000;

    private final java.net.http.HttpClient http;
    private final Executor threads;
    private final Duration longest;

    ServerClient(java.net.http.HttpClient http, Executor threads, Duration longest) {
        this.http = http;
        this.threads = threads;
        this.longest = longest;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        HttpResponse<InputStream> response = send(request);
        try (InputStream body = response.body()) {
            byte[] answer = body.readNBytes(LONGEST_ANSWER);
            return SuccessfulHttpResponse.builder()
                    .statusCode(response.statusCode())
                    .headers(response.headers().map())
                    .body(answer)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        threads.execute(() -> {
            try {
                HttpResponse<InputStream> response = send(request);
                listener.onOpen(SuccessfulHttpResponse.builder()
                        .statusCode(response.statusCode())
                        .headers(response.headers().map())
                        .build());
                try (InputStream body = response.body()) {
                    parser.parse(body, listener);
                    listener.onClose();
                }
            } catch (IOException | RuntimeException e) {
                listener.onError(e);
            }
        });
    }

    private HttpResponse<InputStream> send(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = http.send(converted(request), BodyHandlers.ofInputStream());
            if (response.statusCode() < SUCCESS || response.statusCode() >= REDIRECTS) {
                throw refused(response);
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }

    private static RefusedByServer refused(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            String text = new String(body.readNBytes(LONGEST_ERROR), StandardCharsets.UTF_8);
            Optional<String> retryAfter = response.headers().firstValue("Retry-After");
            return new RefusedByServer(response.statusCode(), text, retryAfter);
        }
    }

    private java.net.http.HttpRequest converted(HttpRequest request) {
        java.net.http.HttpRequest.Builder builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .timeout(longest)
                .method(request.method().name(), BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.build();
    }

    /** Hands itself out; time-outs are set where it is made. */
    record Builder(ServerClient client) implements HttpClientBuilder {
        @Override
        public Duration connectTimeout() {
            return client.longest;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return client.longest;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            return this;
        }

        @Override
        public HttpClient build() {
            return client;
        }
    }
}
