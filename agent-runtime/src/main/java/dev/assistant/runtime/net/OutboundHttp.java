package dev.assistant.runtime.net;

import dev.assistant.failure.Failure;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Requests to hosts that others name. Each hop of a redirect is {@linkplain PublicAddresses checked}; headers that identify us go to
 * the first origin only; an answer ends at its time and size. Thread-safe.
 */
public final class OutboundHttp implements AutoCloseable {
    private static final int MOST_HOPS = 5;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private final PublicAddresses addresses;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public OutboundHttp(PublicAddresses addresses) {
        this.addresses = addresses;
    }

    /**
     * A request.
     *
     * @param headers for every hop
     * @param secret headers for the first origin only, such as a token
     * @param json what is posted; empty for a GET
     * @param host who is asked, in words for a message
     * @param patience for all hops together
     * @param mostBytes of the answer
     */
    public record Request(
            URI address,
            Map<String, String> headers,
            Map<String, String> secret,
            Optional<String> json,
            String host,
            Duration patience,
            long mostBytes) {
        public Request {
            headers = Map.copyOf(headers);
            secret = Map.copyOf(secret);
        }

        @Override
        public String toString() {
            return "Request[" + address + "]";
        }
    }

    /**
     * An answer.
     *
     * @param body as text; empty when it went into a file
     */
    public record Answer(int status, HttpHeaders headers, String body) {}

    /**
     * Asks and reads the answer as UTF-8.
     *
     * @throws Failure.Forbidden when a hop leads where nothing is fetched from
     * @throws Failure.TooLarge when the answer is larger than allowed
     * @throws Failure.Unavailable when there is no answer in time
     */
    public Answer ask(Request request) throws InterruptedException {
        HttpResponse<String> response = follow(request, LimitedBody.of(BodyHandlers.ofString(), request.mostBytes()));
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /**
     * Asks and writes the body of a 200 into a file, which must not be there yet; of another answer it reads nothing. What was
     * written of an answer that failed on its way stays for the caller to delete.
     */
    public Answer download(Request request, Path target) throws InterruptedException {
        BodyHandler<Path> toFile = BodyHandlers.ofFile(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        BodyHandler<Path> whenOk =
                info -> info.statusCode() == 200 ? toFile.apply(info) : BodySubscribers.replacing(target);
        HttpResponse<Path> response = follow(request, LimitedBody.of(whenOk, request.mostBytes()));
        return new Answer(response.statusCode(), response.headers(), "");
    }

    private <T> HttpResponse<T> follow(Request request, BodyHandler<T> reading) throws InterruptedException {
        long deadline = System.nanoTime() + request.patience().toNanos();
        URI at = request.address();
        for (int hop = 0; hop <= MOST_HOPS; hop++) {
            addresses.check(at);
            HttpResponse<T> response = send(request, at, reading, deadline - System.nanoTime());
            Optional<String> location = response.headers().firstValue("Location");
            if (response.statusCode() / 100 != 3
                    || location.isEmpty()
                    || request.json().isPresent()) {
                return response;
            }
            at = resolve(at, location.get());
        }
        throw new Failure.Forbidden("The " + request.host() + " redirects too often.");
    }

    private static URI resolve(URI at, String location) {
        try {
            return at.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new Failure.Forbidden("A redirect leads to no web address.");
        }
    }

    private <T> HttpResponse<T> send(Request request, URI at, BodyHandler<T> reading, long nanos)
            throws InterruptedException {
        HttpRequest.Builder sent = HttpRequest.newBuilder(at).header("User-Agent", "development-assistant");
        request.headers().forEach(sent::header);
        if (PublicAddresses.isSameOrigin(at, request.address())) {
            request.secret().forEach(sent::header);
        }
        request.json()
                .ifPresent(
                        json -> sent.header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
        CompletableFuture<HttpResponse<T>> answer = client.sendAsync(sent.build(), reading);
        try {
            // The client's own time-out ends with the headers; a body may come drop by drop.
            return answer.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new Failure.Unavailable(request.host(), RETRY_AFTER, e);
        } catch (ExecutionException e) {
            throw failure(request, e.getCause() == null ? e : e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static Failure failure(Request request, Throwable cause) {
        return cause instanceof LimitedBody.TooLarge
                ? new Failure.TooLarge(
                        "The answer of the %s is larger than %,d bytes.".formatted(request.host(), request.mostBytes()))
                : new Failure.Unavailable(request.host(), RETRY_AFTER, cause);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
