package dev.assistant.localstack.gateway;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The sockets that are open or being opened, by connection id. Thread-safe. */
final class Connections {

    /**
     * In the cloud a socket is open before anyone else can hear of it, since queues take their time. Here a message may come
     * first, and waits.
     */
    private static final Duration OPENING = Duration.ofSeconds(5);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, CompletableFuture<Socket>> sockets = new ConcurrentHashMap<>();

    /** An id as API Gateway makes them: it needs encoding in a path. */
    String opening() {
        byte[] random = new byte[11];
        RANDOM.nextBytes(random);
        String id = Base64.getUrlEncoder().encodeToString(random);
        sockets.put(id, new CompletableFuture<>());
        return id;
    }

    void opened(Socket socket) {
        CompletableFuture<Socket> opening = sockets.get(socket.id());
        if (opening != null) {
            opening.complete(socket);
        }
    }

    /** Refused, or closed. */
    void gone(String id) {
        CompletableFuture<Socket> socket = sockets.remove(id);
        if (socket != null) {
            socket.cancel(false);
        }
    }

    /** The open socket; waits for one that is being opened. */
    Optional<Socket> find(String id) throws InterruptedException {
        CompletableFuture<Socket> socket = sockets.get(id);
        if (socket == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(socket.get(OPENING.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException | CancellationException e) {
            return Optional.empty();
        }
    }
}
