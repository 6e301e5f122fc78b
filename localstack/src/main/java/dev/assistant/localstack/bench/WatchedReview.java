package dev.assistant.localstack.bench;

import java.io.IOException;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/**
 * A review watched over its socket.
 *
 * @param job its id
 * @param firstEvent from sending the submission to the first event after {@code connected}
 * @param completed from sending the submission to the last event
 */
public record WatchedReview(String job, Duration firstEvent, Duration completed) {
    /** Submits a file of Python and returns when its last event has come. */
    public static WatchedReview run(Product product, String token, String code)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        long begin = System.nanoTime();
        String job = product.submit(token, code).required("job_id").asString();
        Watcher watcher = new Watcher();
        product.http()
                .newWebSocketBuilder()
                .buildAsync(product.socket(job, token), watcher)
                .get(10, TimeUnit.SECONDS);
        long completed = watcher.completed.get(60, TimeUnit.SECONDS);
        return new WatchedReview(
                job,
                Duration.ofNanos(watcher.first.get(1, TimeUnit.SECONDS) - begin),
                Duration.ofNanos(completed - begin));
    }

    private static final class Watcher implements WebSocket.Listener {
        private final CompletableFuture<Long> first = new CompletableFuture<>();
        private final CompletableFuture<Long> completed = new CompletableFuture<>();
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                arrived(Product.read(message.toString()));
                message.setLength(0);
            }
            return WebSocket.Listener.super.onText(socket, part, last);
        }

        private void arrived(JsonNode event) {
            String type = event.required("type").asString();
            if (!type.equals("connected")) {
                first.complete(System.nanoTime());
            }
            if (type.equals("completed")) {
                completed.complete(System.nanoTime());
            }
        }
    }
}
