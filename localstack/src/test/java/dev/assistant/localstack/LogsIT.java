package dev.assistant.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.testkit.model.Script;
import dev.assistant.testkit.model.ScriptedAnswer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * No log of any part holds what must not be read in logs (CWE-532): tokens, cookies, keys, passwords, mailed tokens, submitted
 * code and the secrets in it, what a model is told and what it says. Uses everything that handles them, well and badly, and then
 * reads all logs.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class LogsIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern MAILED_TOKEN = Pattern.compile("#token=([A-Za-z0-9_-]{43})");
    private static final String EMAIL = "grace.hopper@example.org";
    private static final String PASSWORD = "Battery-staple-91-first";
    private static final String WRONG_PASSWORD = "Battery-staple-92-wrong";
    private static final String NEW_PASSWORD = "Battery-staple-93-new";
    /** Looks like a key, and is in no list of examples that analysers leave alone. */
    private static final String PLANTED = "AKIA" + "QYLPMN5HFIQR7XYA";

    private static final String MARKER = "marker_in_submitted_code_4711";
    private static final String CODE = "%s = 1\naws_access_key_id = \"%s\"\n".formatted(MARKER, PLANTED)
            + "def find(db, name):\n    return db.execute(\"select * from t where n = '\" + name + \"'\")\n";
    private static final String ANSWER = "answer-of-the-model-6021";

    /** What may be in no log, by what it is. */
    private final Map<String, String> secrets = new LinkedHashMap<>();

    @Test
    void no_log_holds_a_token_a_password_a_key_or_submitted_code(@TempDir Path data) throws Exception {
        try (SteeredModel model = new SteeredModel();
                RefusingGitHub github = new RefusingGitHub();
                RunningStack stack = RunningStack.up(data, environment(model, github));
                HttpClient http = HttpClient.newHttpClient()) {
            Client client = new Client(http, stack.origin() + "/api/v1");
            String token = signUpAndIn(client);
            String key = useKeys(client, token);
            model.says(script());
            String job = review(client, token, key);
            watch(http, stack, job, token);
            watch(http, stack, document(client, token), token);
            watch(http, stack, reviewRepository(client, token), token);
            refuseSocket(http, stack, job);
            assertThat(model.prompts())
                    .as("what the model was shown")
                    .anyMatch(prompt -> prompt.schema().equals(Optional.of("findings")) && prompt.contains(MARKER))
                    .anyMatch(prompt -> prompt.schema().equals(Optional.of("document")) && prompt.contains(MARKER))
                    .noneMatch(prompt -> prompt.body().contains(PLANTED));
            client.post("/auth/refresh", "", Map.of("refresh_token", secrets.get("refresh token")));
            client.post("/auth/refresh", "", Map.of("refresh_token", "made-up-refresh-token-0815"));
            resetPassword(client, http, stack);
            fail(client, token);
        }
        // Stopped: whatever was still to be written has been.

        Logs logs = Logs.of(data);
        assertThat(logs.speaking()).as("logs that say anything").isGreaterThanOrEqualTo(3);
        assertThat(logs.betrayed(secrets)).isEmpty();
        assertThat(logs.requests())
                .as("requests in the log, each a line of JSON")
                .extracting(line -> line.path("operation").asString())
                .contains(
                        "register",
                        "login",
                        "submitReview",
                        "resetPassword",
                        "createApiKey",
                        "setRepositoryAccess",
                        "$connect",
                        "$disconnect",
                        "deliver");
    }

    private static Map<String, String> environment(SteeredModel model, RefusingGitHub github) {
        Map<String, String> environment = new HashMap<>(model.environment());
        environment.put("GITHUB_API_URL", github.address());
        return environment;
    }

    private String signUpAndIn(Client client) throws Exception {
        secret("password", PASSWORD);
        secret("wrong password", WRONG_PASSWORD);
        secret("new password", NEW_PASSWORD);
        secret("address", EMAIL);
        Map<String, Object> account = Map.of("email", EMAIL, "username", "grace", "password", PASSWORD);
        assertThat(client.post("/auth/register", "", account).statusCode()).isEqualTo(201);
        assertThat(client.post("/auth/register", "", account).statusCode()).isEqualTo(409);
        assertThat(client.post("/auth/login", "", Map.of("email", EMAIL, "password", WRONG_PASSWORD))
                        .statusCode())
                .isEqualTo(401);
        HttpResponse<String> signedIn = client.post("/auth/login", "", Map.of("email", EMAIL, "password", PASSWORD));
        assertThat(signedIn.statusCode()).isEqualTo(200);
        JsonNode tokens = JSON.readTree(signedIn.body());
        String token = tokens.path("access_token").asString();
        secret("access token", token);
        secret("access token's signature", token.substring(token.lastIndexOf('.') + 1));
        secret("access token's claims", token.split("\\.")[1]);
        secret("refresh token", tokens.path("refresh_token").asString());
        secret("made up refresh token", "made-up-refresh-token-0815");
        signedIn.headers().allValues("set-cookie").stream()
                .map(cookie -> cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';')))
                .filter(value -> value.length() > 20)
                .forEach(value -> secret("cookie " + secrets.size(), value));
        return token;
    }

    private String useKeys(Client client, String token) throws Exception {
        HttpResponse<String> made = client.post(
                "/users/me/api-keys", token, Map.of("name", "CI", "scopes", List.of("read", "write", "execute")));
        String key = JSON.readTree(made.body()).path("key").asString();
        secret("API key", key);
        secret("API key without its mark", key.substring(8));
        assertThat(client.withKey("/users/me", key).statusCode()).isEqualTo(200);
        secret("wrong API key", "dak_wrong-key-that-nobody-has-2342");
        assertThat(client.withKey("/users/me", "dak_wrong-key-that-nobody-has-2342")
                        .statusCode())
                .isEqualTo(401);
        return key;
    }

    private Script script() {
        secret("model's key", SteeredModel.KEY);
        secret("model's instructions", "You are one of several agents");
        secret("model's answer", ANSWER);
        return new Script()
                .when(
                        prompt -> prompt.schema().equals(Optional.of("findings")),
                        ScriptedAnswer.says(
                                "{\"message\":\"%s\",\"done\":true,\"findings\":[],\"dismissed_evidence\":[]}"
                                        .formatted(ANSWER)))
                .when(
                        prompt -> prompt.schema().equals(Optional.of("document")),
                        ScriptedAnswer.says(
                                "{\"message\":\"%1$s\",\"done\":true,\"title\":\"Find\",\"markdown\":\"`find`: %1$s\"}"
                                        .formatted(ANSWER)));
    }

    private String review(Client client, String token, String key) throws Exception {
        secret("submitted code", MARKER);
        secret("secret in submitted code", PLANTED);
        HttpResponse<String> submitted =
                client.post("/code-review", token, Map.of("code", CODE, "file_path", MARKER + ".py"));
        assertThat(submitted.statusCode()).isEqualTo(202);
        // What no analyser can read is a failure that could be logged with the code.
        assertThat(client.submit(key, "def (((" + MARKER).statusCode()).isEqualTo(202);
        return JSON.readTree(submitted.body()).path("job_id").asString();
    }

    private static String document(Client client, String token) throws Exception {
        Map<String, ?> input = Map.of("code", CODE, "file_path", MARKER + ".py");
        HttpResponse<String> submitted =
                client.post("/workflows/quick_documentation/execute", token, Map.of("input", input));
        assertThat(submitted.statusCode()).isEqualTo(202);
        return JSON.readTree(submitted.body()).path("job_id").asString();
    }

    private String reviewRepository(Client client, String token) throws Exception {
        secret("access to repositories", "github_pat_" + "neverInAnyLog".repeat(3));
        Map<String, String> access = Map.of("token", secrets.get("access to repositories"));
        assertThat(client.put("/users/me/repository-access", token, access).statusCode())
                .isEqualTo(200);
        HttpResponse<String> submitted = client.post(
                "/code-review",
                token,
                Map.of("repository", Map.of("repository_url", "https://github.com/grace/compiler")));
        assertThat(submitted.statusCode()).isEqualTo(202);
        return JSON.readTree(submitted.body()).path("job_id").asString();
    }

    /** To its end, which the gateway closes. */
    private static void watch(HttpClient http, RunningStack stack, String job, String token) throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        WebSocket open = http.newWebSocketBuilder()
                .buildAsync(socket(stack, job, token), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
                        closed.countDown();
                        return WebSocket.Listener.super.onClose(socket, status, reason);
                    }
                })
                .get(30, TimeUnit.SECONDS);
        assertThat(closed.await(2, TimeUnit.MINUTES)).as("%s is over", open).isTrue();
    }

    private void refuseSocket(HttpClient http, RunningStack stack, String job) {
        secret("token of a refused socket", "socket-token-made-up-1337");
        URI refused = socket(stack, job, "socket-token-made-up-1337");
        assertThat(http.newWebSocketBuilder()
                        .buildAsync(refused, new WebSocket.Listener() {})
                        .handle((socket, refusal) -> refusal)
                        .join())
                .isNotNull();
    }

    private static URI socket(RunningStack stack, String job, String token) {
        return URI.create("ws://localhost:" + stack.port() + "/api/v1/ws/" + job + "?token=" + token);
    }

    private void resetPassword(Client client, HttpClient http, RunningStack stack) throws Exception {
        client.post("/auth/forgot-password", "", Map.of("email", EMAIL));
        URI mails = URI.create("http://127.0.0.1:" + (stack.port() + 6) + "/messages");
        List<String> tokens = List.of();
        while (tokens.size() < 2) { // the one to verify the address, and the one to reset the password
            String all = http.send(HttpRequest.newBuilder(mails).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            tokens = MAILED_TOKEN
                    .matcher(all)
                    .results()
                    .map(match -> match.group(1))
                    .distinct()
                    .toList();
        }
        for (String token : tokens) {
            secret("mailed token " + secrets.size(), token);
            client.post("/auth/reset-password", "", Map.of("token", token, "password", NEW_PASSWORD));
            client.post("/auth/verify-email", "", Map.of("token", token));
        }
        assertThat(client.post("/auth/login", "", Map.of("email", EMAIL, "password", NEW_PASSWORD))
                        .statusCode())
                .isEqualTo(200);
    }

    /** Requests that are refused, with something in each place that could be repeated. */
    private void fail(Client client, String token) throws Exception {
        secret("token in a wrong place", "token-in-the-wrong-place-99");
        client.get("/code-review/token-in-the-wrong-place-99", token);
        client.get("/nothing/token-in-the-wrong-place-99?q=token-in-the-wrong-place-99", token);
        client.get("/code-review/history?cursor=token-in-the-wrong-place-99", token);
        client.raw("/auth/login", "{\"password\": \"token-in-the-wrong-place-99\"");
        client.raw("/auth/login", "{\"password\": \"token-in-the-wrong-place-99\", \"password\": 1}");
        client.post("/auth/register", "", Map.of("email", "token-in-the-wrong-place-99", "password", NEW_PASSWORD));
        client.post("/users/me/sessions/token-in-the-wrong-place-99", token, Map.of());
    }

    private void secret(String what, String value) {
        assertThat(value).as(what).hasSizeGreaterThan(10);
        secrets.put(what, value);
    }

    /** The API as a program uses it. */
    private record Client(HttpClient http, String api) {
        HttpResponse<String> post(String path, String token, Map<String, ?> body) throws Exception {
            return send(request(path, token)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
        }

        HttpResponse<String> put(String path, String token, Map<String, ?> body) throws Exception {
            return send(request(path, token)
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
        }

        HttpResponse<String> raw(String path, String body) throws Exception {
            return send(request(path, "")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
        }

        HttpResponse<String> get(String path, String token) throws Exception {
            return send(request(path, token).GET());
        }

        HttpResponse<String> submit(String key, String code) throws Exception {
            return send(request("/code-review", "")
                    .header("X-API-Key", key)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            JSON.writeValueAsString(Map.of("code", code, "language", "python")))));
        }

        HttpResponse<String> withKey(String path, String key) throws Exception {
            return send(request(path, "").header("X-API-Key", key).GET());
        }

        private HttpRequest.Builder request(String path, String token) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api + path));
            return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
