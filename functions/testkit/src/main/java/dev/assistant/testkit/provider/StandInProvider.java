package dev.assistant.testkit.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands for Google (OpenID Connect) below {@code /google} and for GitHub (OAuth 2) below {@code /github}: a page where somebody
 * picks who they are, codes that work once and only with their PKCE verifier, signed id tokens, and GitHub's two answers about a
 * person. Sends people back to this machine only. Thread-safe.
 */
public final class StandInProvider implements AutoCloseable {
    /** The name and password that it knows us by. */
    public static final String CLIENT_ID = "development-assistant-local";

    public static final String CLIENT_SECRET = "local-secret";

    private static final JsonMapper JSON = JsonMapper.shared();
    /** More than anybody needs to answer, in bytes. */
    private static final int MANY = 10_000_000;

    private static final String HOST = "127.0.0.1";
    private static final String GOOGLE = "/google";
    private static final String GITHUB = "/github";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Grants grants = new Grants();
    private final IdTokenSigner idTokens;

    private StandInProvider(HttpServer server) {
        this.server = server;
        this.idTokens = new IdTokenSigner(googleUrl().toString());
    }

    /**
     * Starts it on 127.0.0.1.
     *
     * @param port 0 for any
     */
    public static StandInProvider start(int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            StandInProvider provider = new StandInProvider(server);
            provider.serve();
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        page(GOOGLE, "/authorize", "Google");
        page(GITHUB, "/login/oauth/authorize", "GitHub");
        at(GOOGLE + "/keys", exchange -> json(exchange, 200, idTokens.keys()));
        at(GOOGLE + "/token", exchange -> token(exchange, true));
        at(GITHUB + "/login/oauth/access_token", exchange -> token(exchange, false));
        at(GITHUB + "/api/v3/user", exchange -> user(exchange, false));
        at(GITHUB + "/api/v3/user/emails", exchange -> user(exchange, true));
        server.setExecutor(threads);
        server.start();
    }

    /** For {@code OAUTH_GOOGLE_URL}. */
    public URI googleUrl() {
        return URI.create(root() + GOOGLE);
    }

    /** For {@code OAUTH_GITHUB_URL}. */
    public URI githubUrl() {
        return URI.create(root() + GITHUB);
    }

    private String root() {
        return "http://" + HOST + ":" + port();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Lets somebody in who was sent to this address, as the page does. Answers the code that comes back with them. */
    public String grant(URI authorization, StandInPerson person, Fault fault) {
        return grants.code(new Grants.Grant(person, fields(authorization.getRawQuery()), fault));
    }

    public String grant(URI authorization, StandInPerson person) {
        return grant(authorization, person, Fault.NONE);
    }

    /** Signs id tokens with another key from now on. */
    public void rotateKeys() {
        idTokens.rotate();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void page(String root, String path, String name) {
        at(root + path, exchange -> {
            if (exchange.getRequestMethod().equals("POST")) {
                decide(exchange);
                return;
            }
            Map<String, String> query = fields(exchange.getRequestURI().getRawQuery());
            exchange.getResponseHeaders()
                    .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
            answer(exchange, 200, "text/html; charset=utf-8", StandInPage.of(name, root + path, query));
        });
    }

    private void decide(HttpExchange exchange) throws IOException {
        Map<String, String> form = body(exchange);
        URI redirect = URI.create(form.getOrDefault("redirect_uri", ""));
        if (!HOST.equals(redirect.getHost()) && !"localhost".equals(redirect.getHost())) {
            answer(exchange, 400, "text/plain", "redirect_uri is not on this machine");
            return;
        }
        String result = form.containsKey("deny")
                ? "error=access_denied"
                : "code=" + grants.code(new Grants.Grant(person(form), form, Fault.NONE));
        String state = URLEncoder.encode(form.getOrDefault("state", ""), StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Location", redirect + "?" + result + "&state=" + state);
        exchange.sendResponseHeaders(303, -1);
    }

    private static StandInPerson person(Map<String, String> form) {
        StandInPerson somebody = StandInPerson.of(form.getOrDefault("as_email", "nobody@example.com"));
        String name = form.getOrDefault("as_name", "");
        return new StandInPerson(
                form.getOrDefault("as_subject", somebody.subject()),
                somebody.email(),
                Boolean.parseBoolean(form.get("as_verified")),
                form.getOrDefault("as_login", somebody.login()),
                name.isBlank() ? somebody.name() : name);
    }

    private void token(HttpExchange exchange, boolean withIdToken) throws IOException {
        Map<String, String> form = body(exchange);
        Optional<Grants.Grant> found = grants.exchange(form);
        boolean isKnown = CLIENT_ID.equals(form.get("client_id")) && CLIENT_SECRET.equals(form.get("client_secret"));
        Fault fault = found.map(Grants.Grant::fault).orElse(Fault.NONE);
        if (fault == Fault.BROKEN) {
            json(exchange, 500, "{}");
        } else if (fault == Fault.STALLED) {
            stall(exchange);
        } else if (fault == Fault.ENDLESS) {
            json(exchange, 200, "{\"access_token\":\"" + "a".repeat(MANY) + "\"}");
        } else if (fault == Fault.GARBLED) {
            answer(exchange, 200, "text/html", "<p>We are moving</p>");
        } else if (!isKnown || fault == Fault.CLIENT_REFUSED) {
            json(exchange, withIdToken ? 401 : 200, "{\"error\":\"invalid_client\"}");
        } else if (found.isEmpty()) {
            String error = withIdToken ? "invalid_grant" : "bad_verification_code";
            json(exchange, withIdToken ? 400 : 200, "{\"error\":\"" + error + "\"}");
        } else {
            json(exchange, 200, tokens(found.get(), withIdToken));
        }
    }

    /** Begins to answer, and leaves it at that until the other side has gone. */
    private static void stall(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, MANY);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        try {
            Thread.sleep(Duration.ofMinutes(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String tokens(Grants.Grant grant, boolean withIdToken) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("access_token", grants.token(grant));
        answer.put("token_type", "bearer");
        if (withIdToken) {
            answer.put("id_token", idTokens.sign(grant));
        }
        return JSON.writeValueAsString(answer);
    }

    private void user(HttpExchange exchange, boolean emails) throws IOException {
        String credentials = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        Optional<Grants.Grant> holder = grants.holder(credentials.replaceFirst("^Bearer ", ""));
        if (holder.isEmpty() || (emails && holder.get().fault() == Fault.NO_ADDRESS)) {
            json(exchange, holder.isEmpty() ? 401 : 404, "{\"message\":\"no\"}");
            return;
        }
        StandInPerson person = holder.get().person();
        json(exchange, 200, emails ? emails(person) : profile(person));
    }

    private static String profile(StandInPerson person) {
        return JSON.createObjectNode()
                .put("id", Long.parseLong(person.subject()))
                .put("login", person.login())
                .put("name", person.name())
                // Whatever somebody wrote into their profile: not to be believed.
                .put("email", "public-" + person.email())
                .toString();
    }

    private static String emails(StandInPerson person) {
        return JSON.createArrayNode()
                .add(JSON.createObjectNode()
                        .put("email", "other-" + person.email())
                        .put("primary", false)
                        .put("verified", true))
                .add(JSON.createObjectNode()
                        .put("email", person.email())
                        .put("primary", true)
                        .put("verified", person.emailVerified()))
                .toString();
    }

    private interface Answering {
        void to(HttpExchange exchange) throws IOException;
    }

    private void at(String path, Answering answering) {
        server.createContext(path, exchange -> {
            try (exchange) {
                if (exchange.getRequestURI().getPath().equals(path)) {
                    answering.to(exchange);
                } else {
                    exchange.sendResponseHeaders(404, -1);
                }
            }
        });
    }

    private static Map<String, String> body(HttpExchange exchange) throws IOException {
        return fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static Map<String, String> fields(@Nullable String encoded) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : Optional.ofNullable(encoded).orElse("").split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        answer(exchange, status, "application/json", body);
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
