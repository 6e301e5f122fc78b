package dev.assistant.localstack.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import dev.assistant.localstack.function.FunctionHost;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @SuppressWarnings("NullAway.Init")
    private GatewayFixture fixture;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        fixture = new GatewayFixture(directory);
    }

    @AfterAll
    void stop() {
        fixture.close();
    }

    @Test
    void makes_the_event_that_api_gateway_makes() throws Exception {
        fixture.send(fixture.request("/api/v1/things/a%20b?tag=one&tag=two&q=a%26b+c&empty=")
                .header("Content-Type", "application/json")
                .header("X-Many", "1")
                .header("X-Many", "2")
                .header("X-Forwarded-For", "203.0.113.7")
                .header("User-Agent", "test")
                .PUT(BodyPublishers.ofString("{\"name\":\"grüße\"}")));

        ObjectNode event = (ObjectNode) fixture.lastEvent();
        String port = Integer.toString(fixture.gateway.port().orElseThrow());
        ObjectNode context = (ObjectNode) event.remove("requestContext");
        assertThat(varying(event)).isEqualTo(JSON.readTree("""
                {
                  "resource": "/api/v1/things/{id}",
                  "path": "/api/v1/things/a%20b",
                  "httpMethod": "PUT",
                  "headers": {
                    "Host": "127.0.0.1:PORT", "Content-Type": "application/json", "X-Many": "2", "User-Agent": "test",
                    "X-Forwarded-For": "203.0.113.7, 127.0.0.1", "X-Forwarded-Port": "PORT", "X-Forwarded-Proto": "http"
                  },
                  "multiValueHeaders": {
                    "Host": ["127.0.0.1:PORT"], "Content-Type": ["application/json"], "X-Many": ["1", "2"], "User-Agent": ["test"],
                    "X-Forwarded-For": ["203.0.113.7, 127.0.0.1"], "X-Forwarded-Port": ["PORT"], "X-Forwarded-Proto": ["http"]
                  },
                  "queryStringParameters": {"tag": "two", "q": "a&b c", "empty": ""},
                  "multiValueQueryStringParameters": {"tag": ["one", "two"], "q": ["a&b c"], "empty": [""]},
                  "pathParameters": {"id": "a%20b"},
                  "stageVariables": null,
                  "body": "{\\"name\\":\\"grüße\\"}",
                  "isBase64Encoded": false
                }
                """.replace("PORT", port)));
        assertThat(context.path("requestId").stringValue()).hasSize(36);
        assertThat(context.path("requestTime").stringValue())
                .matches("\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000");
        assertThat(context.path("identity").path("sourceIp").stringValue()).isEqualTo("127.0.0.1");
        assertThat(context.path("path").stringValue()).isEqualTo("/live/api/v1/things/a%20b");
        assertThat(context.path("resourcePath").stringValue()).isEqualTo("/api/v1/things/{id}");
    }

    @Test
    void makes_an_event_that_the_event_library_reads() throws Exception {
        fixture.get("/api/v1/things");

        APIGatewayProxyRequestEvent event =
                JSON.readValue(fixture.lastEvent().toString(), APIGatewayProxyRequestEvent.class);

        assertThat(event.getPathParameters()).isNull();
        assertThat(event.getQueryStringParameters()).isNull();
        assertThat(event.getBody()).isNull();
        assertThat(event.getRequestContext().getIdentity().getUserAgent()).startsWith("Java-http-client");
    }

    @Test
    void prefers_a_literal_path_to_a_parameter() throws Exception {
        fixture.send(fixture.request("/api/v1/things/newest?do=echo").PUT(BodyPublishers.noBody()));

        assertThat(fixture.lastEvent().path("resource").stringValue()).isEqualTo("/api/v1/things/newest");
    }

    @Test
    void hands_over_binary_bodies_in_base64() throws Exception {
        byte[] body = {(byte) 0xff, 0, 1};

        HttpResponse<String> response = fixture.send(fixture.request("/api/v1/things")
                .header("Content-Type", "application/zip")
                .POST(BodyPublishers.ofByteArray(body)));

        assertThat(fixture.lastEvent().path("isBase64Encoded").booleanValue()).isTrue();
        assertThat(response.body()).isEqualTo(Base64.getEncoder().encodeToString(body));
    }

    @Test
    void answers_binary_bodies() throws Exception {
        HttpResponse<byte[]> response = fixture.http.send(
                fixture.request("/api/v1/things?do=binary").build(), HttpResponse.BodyHandlers.ofByteArray());

        assertThat(response.body()).containsExactly(0, 0xff, 7);
    }

    @Test
    void sets_several_cookies() throws Exception {
        HttpResponse<String> response = fixture.get("/api/v1/things?do=cookies");

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().allValues("Set-Cookie")).containsExactly("a=1; Path=/", "b=2; HttpOnly");
    }

    @Test
    void accepts_an_answer_that_is_all_nulls_but_for_the_status() throws Exception {
        HttpResponse<String> response = fixture.get("/api/v1/things?do=bare");

        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void sends_paths_and_methods_that_nobody_has_to_the_fallback() throws Exception {
        assertThat(fixture.send(fixture.request("/api/v1/things").DELETE()).body())
                .isEqualTo("DELETE /api/v1/things null");
        assertThat(fixture.get("/api/v1/nothing/here").body()).isEqualTo("GET /{proxy+} {proxy=api/v1/nothing/here}");
        assertThat(fixture.get("/api/v1").body()).isEqualTo("GET /api/v1 null");
        assertThat(fixture.get("/api/v1/things/").statusCode()).isEqualTo(404);
    }

    @Test
    void answers_a_problem_when_the_function_throws_or_answers_nonsense() throws Exception {
        assertProblem(fixture.get("/api/v1/things?do=fail"), 500, "Internal error");
        assertProblem(fixture.get("/api/v1/things?do=no-status"), 500, "Internal error");
    }

    @Test
    void answers_a_problem_when_the_function_takes_too_long() throws Exception {
        assertProblem(
                fixture.send(fixture.request("/api/v1/things/newest?do=sleep").PUT(BodyPublishers.noBody())),
                504,
                "Timed out");
    }

    @Test
    void refuses_bodies_that_lambda_or_api_gateway_would_not_take() throws Exception {
        assertProblem(post("x".repeat(FunctionHost.LARGEST_EVENT)), 413, "Too large");
        assertProblem(post("x".repeat(RestHandler.LARGEST_BODY + 1)), 413, "Too large");
        assertThat(post("x".repeat(5 * 1024 * 1024)).statusCode()).isEqualTo(200);
    }

    @Test
    void names_the_request_in_its_answer() throws Exception {
        HttpResponse<String> response = fixture.get("/api/v1/things");

        assertThat(response.headers().firstValue("x-amzn-RequestId"))
                .contains(fixture.lastEvent()
                        .path("requestContext")
                        .path("requestId")
                        .stringValue());
    }

    private HttpResponse<String> post(String body) throws Exception {
        HttpRequest.Builder request = fixture.request("/api/v1/things")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(body));
        return fixture.send(request);
    }

    private static void assertProblem(HttpResponse<String> response, int status, String title) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.path("status").intValue()).isEqualTo(status);
        assertThat(problem.path("title").stringValue()).isEqualTo(title);
        assertThat(problem.propertyNames()).contains("type", "detail", "instance", "request_id");
    }

    /** Without what differs from request to request, which must be there. */
    private static JsonNode varying(ObjectNode event) {
        assertThat(((ObjectNode) event.path("headers"))
                        .remove("X-Amzn-Trace-Id")
                        .stringValue())
                .startsWith("Root=1-");
        assertThat(((ObjectNode) event.path("multiValueHeaders"))
                        .remove("X-Amzn-Trace-Id")
                        .isArray())
                .isTrue();
        return event;
    }
}
