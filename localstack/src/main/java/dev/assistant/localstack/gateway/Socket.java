package dev.assistant.localstack.gateway;

import dev.assistant.localstack.catalogue.FunctionEntry;
import dev.assistant.localstack.function.FunctionFailure;
import dev.assistant.localstack.function.FunctionHost;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** One accepted connection: its messages and its end go to the function, in order. */
public final class Socket implements Session.Listener.AutoDemanding {

    private static final Logger LOG = LoggerFactory.getLogger(Socket.class);

    /** However many bytes each takes in UTF-8, the frame is not too large. */
    private static final int CHARACTERS_PER_FRAME = SocketUpgrade.LARGEST_FRAME / 3;

    private final Lock sending = new ReentrantLock();
    private final SocketEvent events;
    private final FunctionEntry function;
    private final FunctionHost functions;
    private final Connections connections;
    private final AtomicReference<@Nullable Session> session = new AtomicReference<>();
    private volatile Instant lastActive;

    Socket(SocketEvent events, FunctionEntry function, FunctionHost functions, Connections connections) {
        this.events = events;
        this.function = function;
        this.functions = functions;
        this.connections = connections;
        this.lastActive = events.since();
    }

    String id() {
        return events.id();
    }

    SocketEvent about() {
        return events;
    }

    Instant lastActive() {
        return lastActive;
    }

    /**
     * Sends a message to the client.
     *
     * @return whether it is on its way; not when the client is gone
     */
    boolean send(String text) {
        Session open = session.get();
        if (open == null) {
            return false;
        }
        lastActive = Instant.now();
        sending.lock(); // frames of two messages must not mix
        try {
            boolean sent;
            int from = 0;
            do {
                int to = endOfFrame(text, from);
                sent = sendFrame(open, text.substring(from, to), to == text.length());
                from = to;
            } while (sent && from < text.length());
            return sent;
        } finally {
            sending.unlock();
        }
    }

    private static boolean sendFrame(Session open, String part, boolean last) {
        CompletableFuture<Boolean> sent = new CompletableFuture<>();
        open.sendPartialText(part, last, Callback.from(() -> sent.complete(true), failure -> sent.complete(false)));
        return sent.join();
    }

    private static int endOfFrame(String text, int from) {
        int to = Math.min(text.length(), from + CHARACTERS_PER_FRAME);
        return to < text.length() && Character.isHighSurrogate(text.charAt(to - 1)) ? to - 1 : to;
    }

    void close(int code, String reason) {
        Session open = session.get();
        if (open != null) {
            open.close(code, reason, Callback.NOOP);
        }
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session.set(opened);
        connections.opened(this);
    }

    @Override
    public void onWebSocketText(String message) {
        received(events.message(message, false));
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        received(events.message(Base64.getEncoder().encodeToString(BufferUtil.toArray(payload)), true));
        callback.succeed();
    }

    @Override
    public void onWebSocketClose(int statusCode, @Nullable String reason, Callback callback) {
        callback.succeed();
        session.set(null);
        connections.gone(id());
        try {
            functions.invoke(function, events.disconnect(statusCode, reason == null ? "" : reason));
        } catch (FunctionFailure e) {
            LOG.warn("$disconnect: {}", e.getMessage());
        }
    }

    private void received(byte[] event) {
        lastActive = Instant.now();
        try {
            functions.invoke(function, event);
        } catch (FunctionFailure e) {
            LOG.warn("$default: {}", e.getMessage());
            ObjectNode problem = EventJson.JSON.createObjectNode();
            problem.put("message", "Internal server error");
            problem.put("connectionId", id());
            send(EventJson.JSON.writeValueAsString(problem));
        }
    }
}
