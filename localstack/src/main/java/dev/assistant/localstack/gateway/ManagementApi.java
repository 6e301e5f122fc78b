package dev.assistant.localstack.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.URIUtil;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /@connections/ID}, with which the product's other parts send to sockets, ask about them and close them (API Gateway
 * developer guide, "@connections commands"). Serves the unmodified AWS SDK client.
 */
final class ManagementApi extends Handler.Abstract {

    private static final String PATH = "/@connections/";
    /** RFC 6455 section 7.4.1: what the connection was for is done. */
    private static final int NORMAL_CLOSURE = 1000;

    private final Connections connections;

    ManagementApi(Connections connections) {
        this.connections = connections;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException, InterruptedException {
        String path = URIUtil.decodePath(request.getHttpURI().getPath());
        if (!path.startsWith(PATH)) {
            return false;
        }
        Optional<Socket> socket = connections.find(path.substring(PATH.length()));
        if (socket.isEmpty()) {
            gone(response, callback);
            return true;
        }
        switch (request.getMethod()) {
            case "POST" -> send(socket.get(), request, response, callback);
            case "GET" -> describe(socket.get(), response, callback);
            case "DELETE" -> {
                socket.get().close(NORMAL_CLOSURE, "");
                answer(response, HttpStatus.NO_CONTENT_204, BufferUtil.EMPTY_BUFFER, callback);
            }
            default -> answer(response, HttpStatus.METHOD_NOT_ALLOWED_405, BufferUtil.EMPTY_BUFFER, callback);
        }
        return true;
    }

    private static void send(Socket socket, Request request, Response response, Callback callback) throws IOException {
        InputStream in = Request.asInputStream(request);
        byte[] message = in.readNBytes(SocketUpgrade.LARGEST_MESSAGE + 1);
        if (message.length > SocketUpgrade.LARGEST_MESSAGE) {
            error(response, HttpStatus.PAYLOAD_TOO_LARGE_413, "PayloadTooLargeException", callback);
            return;
        }
        if (socket.send(new String(message, StandardCharsets.UTF_8))) {
            answer(response, HttpStatus.OK_200, BufferUtil.EMPTY_BUFFER, callback);
        } else {
            gone(response, callback);
        }
    }

    private static void describe(Socket socket, Response response, Callback callback) {
        ObjectNode description = EventJson.JSON.createObjectNode();
        description.put("connectedAt", socket.about().since().toString());
        description.put("lastActiveAt", socket.lastActive().toString());
        ObjectNode identity = description.putObject("identity");
        identity.put("sourceIp", socket.about().sourceIp());
        identity.put("userAgent", socket.about().userAgent());
        response.getHeaders().put("Content-Type", "application/json");
        answer(response, HttpStatus.OK_200, ByteBuffer.wrap(EventJson.JSON.writeValueAsBytes(description)), callback);
    }

    /** The SDK tells the exceptions apart by this header, not by the status. */
    private static void error(Response response, int status, String type, Callback callback) {
        response.getHeaders().put("x-amzn-ErrorType", type).put("Content-Type", "application/json");
        answer(response, status, BufferUtil.toBuffer("{\"message\":\"" + type + "\"}"), callback);
    }

    private static void gone(Response response, Callback callback) {
        error(response, HttpStatus.GONE_410, "GoneException", callback);
    }

    private static void answer(Response response, int status, ByteBuffer body, Callback callback) {
        response.setStatus(status);
        response.write(true, body, callback);
    }
}
