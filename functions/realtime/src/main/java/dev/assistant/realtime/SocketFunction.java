package dev.assistant.realtime;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import dev.assistant.failure.Failure;
import dev.assistant.identity.Caller;
import dev.assistant.identity.TrustedEdge;
import dev.assistant.identity.TrustedOrigins;
import dev.assistant.identity.VerifyAccess;
import dev.assistant.progress.ConnectionId;
import dev.assistant.progress.Connections;
import dev.assistant.progress.WatchJob;
import java.util.Objects;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The three routes of a socket. A refused $connect never becomes a socket: the client sees the status of its handshake.
 * Thread-safe.
 */
public final class SocketFunction implements Function<APIGatewayV2WebSocketEvent, APIGatewayV2WebSocketResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(SocketFunction.class);

    private final TrustedEdge trustedEdge;
    private final VerifyAccess verifyAccess;
    private final TrustedOrigins origins;
    private final WatchJob watchJob;
    private final Connections connections;

    public SocketFunction(
            TrustedEdge trustedEdge,
            VerifyAccess verifyAccess,
            TrustedOrigins origins,
            WatchJob watchJob,
            Connections connections) {
        this.trustedEdge = trustedEdge;
        this.verifyAccess = verifyAccess;
        this.origins = origins;
        this.watchJob = watchJob;
        this.connections = connections;
    }

    @Override
    public APIGatewayV2WebSocketResponse apply(APIGatewayV2WebSocketEvent event) {
        String route = event.getRequestContext().getRouteKey();
        ConnectionId connection = new ConnectionId(event.getRequestContext().getConnectionId());
        try {
            return switch (route) {
                case "$connect" -> connect(ConnectRequest.of(event), connection);
                case "$disconnect" -> disconnect(connection);
                default -> response(200, ClientMessages.answer(Objects.requireNonNullElse(event.getBody(), "")));
            };
        } catch (Failure e) {
            if (e instanceof Failure.Unavailable) {
                LOG.warn("{} of {}: {}", route, connection, e.explanation());
            }
            return response(Statuses.of(e), e.explanation());
        } catch (RuntimeException e) {
            // Its message could repeat what was sent, and the query holds a token.
            LOG.error("{} of {}: {} at {}", route, connection, e.getClass().getName(), e.getStackTrace()[0]);
            return response(500, "This is a defect on our side. Try again.");
        }
    }

    private APIGatewayV2WebSocketResponse connect(ConnectRequest request, ConnectionId connection) {
        trustedEdge.admit(request.originKey());
        if (request.origin().isPresent() && !origins.trust(request.origin().get())) {
            throw new Failure.Forbidden("Pages of this origin may not open sockets here.");
        }
        Caller caller = verifyAccess.verify(request.token());
        watchJob.watch(caller.user(), request.job(), connection, request.lastSeq());
        return response(200, "");
    }

    private APIGatewayV2WebSocketResponse disconnect(ConnectionId connection) {
        connections.remove(connection);
        return response(200, "");
    }

    private static APIGatewayV2WebSocketResponse response(int status, String body) {
        APIGatewayV2WebSocketResponse response = new APIGatewayV2WebSocketResponse();
        response.setStatusCode(status);
        response.setBody(body);
        response.setIsBase64Encoded(false);
        return response;
    }
}
