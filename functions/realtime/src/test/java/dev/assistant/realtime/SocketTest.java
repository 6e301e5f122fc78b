package dev.assistant.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.progress.WatchJob;
import dev.assistant.realtime.harness.Deployed;
import dev.assistant.realtime.harness.Events;
import dev.assistant.realtime.harness.Stage;
import dev.assistant.realtime.harness.Surroundings;
import dev.assistant.testkit.function.FunctionSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Opening, using and closing a socket, through the handler. */
final class SocketTest {
    private static final Surroundings SURROUNDINGS = Surroundings.fresh();
    private static final Stage STAGE = new Stage(SURROUNDINGS);
    private static final Deployed FUNCTION = Deployed.start("realtime", SURROUNDINGS);

    private final Stage.Owner ada = STAGE.owner();
    private final String connection = UUID.randomUUID().toString();

    @Test
    void the_owner_may_watch_and_is_served_by_replay() {
        JsonNode answer = connect(Map.of("token", ada.token()), Map.of());

        assertThat(status(answer)).isEqualTo(200);
        assertThat(STAGE.remembered(ada.job(), connection)).isPresent();
        assertThat(STAGE.replayMessages()).contains(Stage.message(ada.job(), connection));
    }

    @Test
    void a_browser_is_known_by_its_cookie() {
        Map<String, String> headers =
                Map.of("Cookie", "theme=dark; __Host-access=" + ada.token(), "Origin", FunctionSettings.OWN_ORIGIN);

        assertThat(status(connect(Map.of(), headers))).isEqualTo(200);
    }

    @Test
    void a_client_that_resumes_says_what_it_has() {
        connect(Map.of("token", ada.token(), "last_seq", "7"), Map.of());

        assertThat(STAGE.remembered(ada.job(), connection).orElseThrow().delivered())
                .isEqualTo(7);
    }

    @Test
    void nobody_watches_without_a_token_that_holds() {
        String expired = STAGE.token(ada.user(), Instant.now().minus(Duration.ofHours(1)));

        for (String token : List.of("", "nonsense", expired, ada.token() + "x")) {
            assertThat(status(connect(Map.of("token", token), Map.of()))).isEqualTo(401);
        }
        assertThat(status(connect(Map.of(), Map.of()))).isEqualTo(401);
        assertThat(STAGE.remembered(ada.job(), connection)).isEmpty();
    }

    @Test
    void somebody_elses_job_is_as_unknown_as_none() {
        Stage.Owner eve = STAGE.owner();

        assertThat(status(connect(Map.of("token", eve.token()), Map.of()))).isEqualTo(404);
        assertThat(status(connect(
                        Map.of("token", ada.token(), "job_id", UUID.randomUUID().toString()), Map.of())))
                .isEqualTo(404);
        assertThat(status(connect(Map.of("token", ada.token(), "job_id", "nonsense"), Map.of())))
                .isEqualTo(404);
        assertThat(STAGE.remembered(ada.job(), connection)).isEmpty();
        assertThat(STAGE.replayMessages()).doesNotContain(Stage.message(ada.job(), connection));
    }

    @Test
    void pages_of_other_origins_open_no_socket() {
        assertThat(status(connect(Map.of("token", ada.token()), Map.of("origin", "https://elsewhere.example"))))
                .isEqualTo(403);
        assertThat(status(connect(Map.of("token", ada.token()), Map.of("Origin", "null"))))
                .isEqualTo(403);
        assertThat(status(connect(Map.of("token", ada.token()), Map.of("Origin", FunctionSettings.ALLOWED_ORIGIN))))
                .isEqualTo(200);
    }

    @Test
    void where_a_host_is_before_the_gateway_sockets_open_only_by_it() {
        Deployed behind = Deployed.start(
                "realtime", SURROUNDINGS.with("ORIGIN_KEY_1", "first-key").with("ORIGIN_KEY_2", "second-key"));
        Map<String, String> query =
                Map.of("token", ada.token(), "job_id", ada.job().toString());

        for (Map<String, String> headers : List.of(Map.<String, String>of(), Map.of("X-Origin-Key", "guess"))) {
            assertThat(status(behind.invoke(Events.connect(connection, query, headers))))
                    .isEqualTo(403);
        }
        assertThat(STAGE.remembered(ada.job(), connection)).isEmpty();
        for (String key : List.of("first-key", "second-key")) {
            assertThat(status(behind.invoke(Events.connect(connection, query, Map.of("X-Origin-Key", key)))))
                    .isEqualTo(200);
        }
    }

    @Test
    void a_number_that_is_none_is_refused() {
        for (String lastSeq : List.of("-1", "x", "")) {
            assertThat(status(connect(Map.of("token", ada.token(), "last_seq", lastSeq), Map.of())))
                    .isEqualTo(400);
        }
    }

    @Test
    void while_nobody_could_serve_it_a_socket_does_not_open() {
        Deployed cutOff = Deployed.start("realtime", SURROUNDINGS.with("AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:1"));

        JsonNode answer = cutOff.invoke(Events.connect(
                connection, Map.of("token", ada.token(), "job_id", ada.job().toString()), Map.of()));

        assertThat(status(answer)).isEqualTo(503);
        assertThat(STAGE.remembered(ada.job(), connection)).isEmpty();
        assertThat(cutOff.log())
                .contains("\"level\":\"ERROR\"", "\"status\":503", "Unavailable at ")
                .doesNotContain(ada.token());
    }

    @Test
    void a_closed_socket_is_forgotten() {
        connect(Map.of("token", ada.token()), Map.of());

        assertThat(status(FUNCTION.invoke(Events.disconnect(connection)))).isEqualTo(200);
        assertThat(STAGE.remembered(ada.job(), connection)).isEmpty();
        assertThat(status(FUNCTION.invoke(Events.disconnect(connection)))).isEqualTo(200);
    }

    @Test
    void one_socket_more_than_a_person_may_have_open_is_refused_until_one_closes() {
        for (int socket = 0; socket < WatchJob.MOST_SOCKETS; socket++) {
            assertThat(status(open("many-" + socket))).isEqualTo(200);
        }

        JsonNode refused = open("one-more");

        assertThat(status(refused)).isEqualTo(429);
        assertThat(refused.path("body").asString()).contains("50 sockets");
        FUNCTION.invoke(Events.disconnect("many-0"));
        assertThat(status(open("in-its-place"))).isEqualTo(200);
        while (!STAGE.replayMessages().isEmpty()) {} // or other tests would find them first
    }

    private JsonNode open(String id) {
        return FUNCTION.invoke(Events.connect(
                id, Map.of("token", ada.token(), "job_id", ada.job().toString()), Map.of()));
    }

    @Test
    void each_event_is_one_line_of_json_without_tokens_messages_or_people() {
        Deployed function = Deployed.start("realtime", SURROUNDINGS);
        Map<String, String> query =
                Map.of("token", ada.token(), "job_id", ada.job().toString());
        function.invoke(Events.connect(connection, query, Map.of("Cookie", "__Host-access=" + ada.token())));
        function.invoke(Events.connect(connection, Map.of("token", "hunter2"), Map.of("Origin", "hunter3")));
        function.invoke(Events.message(connection, "hunter4"));
        function.invoke(Events.disconnect(connection));

        List<JsonNode> lines = function.log()
                .lines()
                .filter(line -> line.contains("\"event\":\"request\""))
                .map(new JsonMapper()::readTree)
                .toList();
        assertThat(lines)
                .extracting(line -> line.path("operation").asString() + " "
                        + line.path("status").asInt())
                .containsExactly("$connect 200", "$connect 403", "$default 200", "$disconnect 200");
        assertThat(lines)
                .extracting(line -> List.of(
                        line.path("sockets_opened_total").asInt(),
                        line.path("sockets_refused_total").asInt(),
                        line.path("sockets_closed_total").asInt()))
                .containsExactly(List.of(1, 0, 0), List.of(0, 1, 0), List.of(0, 0, 0), List.of(0, 0, 1));
        assertThat(lines)
                .allSatisfy(line -> assertThat(
                                line.at("/_aws/CloudWatchMetrics/0/Metrics").valueStream())
                        .hasSize(5)
                        .allMatch(metric ->
                                line.path(metric.path("Name").asString()).isNumber()));
        assertThat(lines.getFirst().path("job").asString()).isEqualTo(ada.job().toString());
        assertThat(lines.getFirst().path("user").asString())
                .isNotBlank()
                .isNotEqualTo(ada.user().id().toString());
        assertThat(lines.getFirst().path("trace_id").asString()).hasSize(32);
        assertThat(function.log())
                .doesNotContain(
                        "hunter", ada.token(), connection, ada.user().email().toString());
    }

    @Test
    void a_ping_is_answered_and_anything_else_is_not_understood() {
        assertThat(say("{\"type\": \"ping\"}")).isEqualTo("{\"type\":\"pong\"}");
        assertThat(say("{\"type\":\"subscribe\"}")).contains("\"type\":\"error\"");
        assertThat(say("")).contains("\"type\":\"error\"");
        assertThat(say("[1]")).contains("\"type\":\"error\"");
        assertThat(say("x".repeat(2000))).contains("1,024");
    }

    private JsonNode connect(Map<String, String> query, Map<String, String> headers) {
        Map<String, String> whole = new HashMap<>(Map.of("job_id", ada.job().toString()));
        whole.putAll(query);
        return FUNCTION.invoke(Events.connect(connection, whole, headers));
    }

    private String say(String message) {
        return FUNCTION.invoke(Events.message(connection, message)).path("body").asString();
    }

    private static int status(JsonNode answer) {
        return answer.path("statusCode").asInt();
    }
}
