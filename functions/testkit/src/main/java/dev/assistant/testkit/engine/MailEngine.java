package dev.assistant.testkit.engine;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes mails as SES does (Amazon SES API v2 reference, "SendEmail" with simple content) and keeps them for a test to read.
 * Refuses recipients whose address begins with {@code refused}, and says that it is busy for those that begin with
 * {@code busy}. Thread-safe.
 */
public final class MailEngine implements AutoCloseable {
    private static final String SEND = "/v2/email/outbound-emails";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final List<Sent> mails = new ArrayList<>();

    /** A mail as it was handed over. */
    public record Sent(String from, String to, String subject, String text) {}

    private MailEngine(HttpServer server) {
        this.server = server;
    }

    /** Starts it on a free port. */
    public static MailEngine start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            MailEngine engine = new MailEngine(server);
            server.createContext(SEND, engine::take);
            server.start();
            return engine;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Address for an SDK client's {@code endpointOverride}. */
    public URI endpoint() {
        return Loopback.http(server.getAddress().getPort());
    }

    /** The mails to an address, oldest first. */
    public synchronized List<Sent> to(String address) {
        return mails.stream().filter(mail -> mail.to().equals(address)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        JsonNode mail = JSON.readTree(exchange.getRequestBody());
        String to = mail.at("/Destination/ToAddresses/0").asString();
        if (to.startsWith("refused")) {
            answer(exchange, 400, "MessageRejected", "{\"message\":\"no\"}");
        } else if (to.startsWith("busy")) {
            answer(exchange, 429, "TooManyRequestsException", "{\"message\":\"busy\"}");
        } else {
            keep(new Sent(
                    mail.path("FromEmailAddress").asString(),
                    to,
                    mail.at("/Content/Simple/Subject/Data").asString(),
                    mail.at("/Content/Simple/Body/Text/Data").asString()));
            answer(exchange, 200, "", "{\"MessageId\":\"" + UUID.randomUUID() + "\"}");
        }
    }

    private synchronized void keep(Sent mail) {
        mails.add(mail);
    }

    private static void answer(HttpExchange exchange, int status, String error, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (!error.isEmpty()) {
            exchange.getResponseHeaders().set("x-amzn-ErrorType", error);
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
