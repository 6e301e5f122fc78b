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
import dev.assistant.workflow.JobId;
import java.io.PrintStream;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The three routes of a socket. A refused $connect never becomes a socket: the client sees the status of its handshake. Each event
 * becomes one line of the log.
 * Thread-safe.
 */
public final class SocketFunction implements Function<APIGatewayV2WebSocketEvent, APIGatewayV2WebSocketResponse> {
    private final TrustedEdge trustedEdge;
    private final VerifyAccess verifyAccess;
    private final TrustedOrigins origins;
    private final WatchJob watchJob;
    private final Connections connections;
    private final PrintStream log;

    /** @param log takes a line of JSON for each event */
    public SocketFunction(
            TrustedEdge trustedEdge,
            VerifyAccess verifyAccess,
            TrustedOrigins origins,
            WatchJob watchJob,
            Connections connections,
            PrintStream log) {
        this.trustedEdge = trustedEdge;
        this.verifyAccess = verifyAccess;
        this.origins = origins;
        this.watchJob = watchJob;
        this.connections = connections;
        this.log = log;
    }

    @Override
    public APIGatewayV2WebSocketResponse apply(APIGatewayV2WebSocketEvent event) {
        var context = event.getRequestContext();
        ConnectRequest request = ConnectRequest.of(event);
        RequestLine line = new RequestLine(
                "realtime",
                context.getRouteKey(),
                Objects.requireNonNullElse(context.getRequestId(), "none"),
                request::header);
        APIGatewayV2WebSocketResponse response =
                guarded(line, () -> route(event, request, new ConnectionId(context.getConnectionId()), line));
        line.write(response.getStatusCode(), log);
        return response;
    }

    private static APIGatewayV2WebSocketResponse guarded(
            RequestLine line, Supplier<APIGatewayV2WebSocketResponse> work) {
        try {
            return work.get();
        } catch (Failure e) {
            if (e instanceof Failure.Unavailable) {
                line.failure(e);
            }
            return response(Statuses.of(e), e.explanation());
        } catch (RuntimeException e) {
            line.failure(e);
            return response(500, "This is a defect on our side. Try again.");
        }
    }

    private APIGatewayV2WebSocketResponse route(
            APIGatewayV2WebSocketEvent event, ConnectRequest request, ConnectionId connection, RequestLine line) {
        return switch (event.getRequestContext().getRouteKey()) {
            case "$connect" -> connect(request, connection, line);
            case "$disconnect" -> disconnect(connection);
            default -> response(200, ClientMessages.answer(Objects.requireNonNullElse(event.getBody(), "")));
        };
    }

    private APIGatewayV2WebSocketResponse connect(ConnectRequest request, ConnectionId connection, RequestLine line) {
        trustedEdge.admit(request.originKey());
        if (request.origin().isPresent() && !origins.trust(request.origin().get())) {
            throw new Failure.Forbidden("Pages of this origin may not open sockets here.");
        }
        Caller caller = verifyAccess.verify(request.token());
        line.caller(caller);
        JobId job = request.job();
        line.job(job);
        watchJob.watch(caller.user(), job, connection, request.lastSeq());
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
