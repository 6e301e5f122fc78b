package dev.assistant.localstack.mail;

import dev.assistant.localstack.http.Servers;
import dev.assistant.localstack.part.Part;
import dev.assistant.testkit.engine.Loopback;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes mails as SES version 2 does and shows them: {@code GET /} for a person, {@code GET /messages} as JSON. The
 * unmodified SDK client sends to it.
 */
public final class MailCatcher implements Part {

    private static final String SEND = "/v2/email/outbound-emails";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Server server;

    private MailCatcher(Server server) {
        this.server = server;
    }

    /**
     * Starts it on 127.0.0.1.
     *
     * @param directory of the mails, made when missing
     * @param port 0 for any
     */
    public static MailCatcher start(Path directory, int port) {
        return new MailCatcher(Servers.start(Loopback.HOST, port, new Endpoint(new Mailbox(directory))));
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public OptionalInt port() {
        return OptionalInt.of(Servers.port(server));
    }

    @Override
    public Optional<URI> page() {
        return Optional.of(Loopback.http(Servers.port(server)));
    }

    @Override
    public boolean healthy() {
        return server.isRunning();
    }

    @Override
    public void close() {
        Servers.stop(server);
    }

    private static final class Endpoint extends Handler.Abstract {
        private final Mailbox mailbox;

        Endpoint(Mailbox mailbox) {
            this.mailbox = mailbox;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws IOException {
            switch (request.getMethod() + " " + Request.getPathInContext(request)) {
                case "POST " + SEND -> send(request, response, callback);
                case "GET /messages" -> json(response, HttpStatus.OK_200, mailbox.all(), callback);
                case "GET /" -> {
                    response.getHeaders()
                            .put(
                                    "Content-Security-Policy",
                                    "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'")
                            .put("Content-Type", "text/html; charset=utf-8");
                    write(response, HttpStatus.OK_200, MailPage.of(mailbox.all()), callback);
                }
                default -> {
                    return false;
                }
            }
            return true;
        }

        private void send(Request request, Response response, Callback callback) throws IOException {
            String id = UUID.randomUUID().toString();
            try {
                JsonNode mail = JSON.readTree(Request.asInputStream(request));
                mailbox.keep(Mail.of(id, Instant.now().toString(), mail));
                json(response, HttpStatus.OK_200, JSON.createObjectNode().put("MessageId", id), callback);
            } catch (JacksonException e) {
                response.getHeaders().put("x-amzn-ErrorType", "BadRequestException");
                json(
                        response,
                        HttpStatus.BAD_REQUEST_400,
                        JSON.createObjectNode().put("message", "Only simple content is taken here."),
                        callback);
            }
        }

        private static void json(Response response, int status, Object value, Callback callback) {
            response.getHeaders().put("Content-Type", "application/json");
            write(response, status, JSON.writeValueAsString(value), callback);
        }

        private static void write(Response response, int status, String text, Callback callback) {
            response.setStatus(status);
            response.write(true, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), callback);
        }
    }
}
