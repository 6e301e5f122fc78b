package dev.assistant.localstack.gateway;

import dev.assistant.localstack.catalogue.FunctionEntry;
import dev.assistant.localstack.function.FunctionFailure;
import dev.assistant.localstack.function.FunctionHost;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.eclipse.jetty.websocket.server.WebSocketCreator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the function for {@code $connect} before a connection becomes a socket, and refuses with the function's status. Never
 * logs the query, which may hold a token.
 */
final class SocketUpgrade implements WebSocketCreator {

    static final String PATH = "/api/v1/ws/*";

    private static final Logger LOG = LoggerFactory.getLogger(SocketUpgrade.class);

    /** As the edge's {@code websocket-path.js}. */
    private static final Pattern JOB_PATH = Pattern.compile("/api/v1/ws/([A-Za-z0-9-]{1,64})");

    /** Amazon API Gateway quotas for WebSocket APIs: frames of 32 KB, messages of 128 KB, 10 minutes idle. */
    static final int LARGEST_FRAME = 32 * 1024;

    static final int LARGEST_MESSAGE = 128 * 1024;
    private static final Duration IDLE = Duration.ofMinutes(10);

    private final FunctionEntry function;
    private final FunctionHost functions;
    private final Connections connections;

    SocketUpgrade(FunctionEntry function, FunctionHost functions, Connections connections) {
        this.function = function;
        this.functions = functions;
        this.connections = connections;
    }

    void addTo(ServerWebSocketContainer container) {
        container.setIdleTimeout(IDLE);
        container.setMaxFrameSize(LARGEST_FRAME);
        container.setMaxTextMessageSize(LARGEST_MESSAGE);
        container.setMaxBinaryMessageSize(LARGEST_MESSAGE);
        container.setAutoFragment(false); // it would also let larger frames in
        container.addMapping(PATH, this);
    }

    @Override
    public @Nullable Object createWebSocket(
            ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
        Matcher path = JOB_PATH.matcher(request.getHttpURI().getPath());
        if (!path.matches()) {
            return refuse(HttpStatus.NOT_FOUND_404, response, callback);
        }
        SocketEvent events = SocketEvent.of(connections.opening(), request, Instant.now());
        int status = connect(events.connect(request, path.group(1)), response);
        LOG.info("$connect {} by {}", status, function.name());
        if (status >= 200 && status < 300) {
            return new Socket(events, function, functions, connections);
        }
        connections.gone(events.id());
        return refuse(status, response, callback);
    }

    private int connect(byte[] event, ServerUpgradeResponse response) {
        try {
            FunctionAnswer answer = FunctionAnswer.parse(functions.invoke(function, event));
            answer.headers().forEachEntry((name, value) -> {
                if (name.equalsIgnoreCase("Sec-WebSocket-Protocol")) {
                    response.setAcceptedSubProtocol(value.asString());
                }
            });
            return answer.status();
        } catch (FunctionFailure | FunctionAnswer.Malformed e) {
            LOG.warn("$connect: {}", e.getMessage());
            return HttpStatus.BAD_GATEWAY_502;
        }
    }

    private static @Nullable Object refuse(int status, ServerUpgradeResponse response, Callback callback) {
        response.setStatus(status);
        response.write(true, BufferUtil.EMPTY_BUFFER, callback);
        return null;
    }
}
