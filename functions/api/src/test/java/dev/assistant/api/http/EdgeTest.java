package dev.assistant.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import dev.assistant.identity.AddressPolicy;
import dev.assistant.identity.AllowExecution;
import dev.assistant.identity.TrustedEdge;
import dev.assistant.identity.TrustedOrigins;
import dev.assistant.identity.VerifyAccess;
import dev.assistant.identity.VerifyApiKey;
import dev.assistant.testkit.InMemoryAccessTokens;
import dev.assistant.testkit.InMemoryApiKeys;
import dev.assistant.testkit.InMemoryRateLimiter;
import dev.assistant.testkit.InMemorySessions;
import dev.assistant.testkit.InMemoryUsers;
import dev.assistant.testkit.TestClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What only a defect would bring out. */
final class EdgeTest {
    private static final Routes ROUTES = new Routes(List.of(
            Route.parse("GET /broken broken parts public public any"),
            Route.parse("GET /whole whole parts public public any")));

    @Test
    void a_defect_is_a_problem_that_tells_nothing_but_the_request() {
        APIGatewayProxyResponseEvent answer = edge(operation("broken"), operation("whole"))
                .apply(new APIGatewayProxyRequestEvent().withHttpMethod("GET").withPath("/api/v1/broken"));

        assertThat(answer.getStatusCode()).isEqualTo(500);
        assertThat(answer.getBody())
                .contains("/problems/internal", "request_id")
                .doesNotContain("hunter2", "IllegalState", "EdgeTest");
    }

    @Test
    void each_request_is_one_line_of_json_without_paths_people_or_values() {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        Edge edge = edge(new PrintStream(log, true, StandardCharsets.UTF_8), operation("broken"), operation("whole"));
        APIGatewayProxyRequestEvent.ProxyRequestContext context =
                new APIGatewayProxyRequestEvent.ProxyRequestContext().withRequestId("r-1");

        edge.apply(new APIGatewayProxyRequestEvent()
                .withHttpMethod("GET")
                .withPath("/api/v1/broken")
                .withHeaders(Map.of("Authorization", "Bearer hunter4"))
                .withRequestContext(context));
        edge.apply(new APIGatewayProxyRequestEvent().withHttpMethod("GET").withPath("/api/v1/hunter5"));

        List<JsonNode> lines = log.toString(StandardCharsets.UTF_8)
                .lines()
                .map(new JsonMapper()::readTree)
                .toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().path("request_id").asString()).isEqualTo("r-1");
        assertThat(lines.getFirst().path("operation").asString()).isEqualTo("broken");
        assertThat(lines.getFirst().path("status").asInt()).isEqualTo(500);
        assertThat(lines.getFirst().path("duration_ms").isIntegralNumber()).isTrue();
        assertThat(lines.getFirst().path("failure").asString()).contains("IllegalStateException");
        assertThat(lines.getLast().path("operation").asString()).isEqualTo("none");
        assertThat(lines.getFirst().at("/_aws/CloudWatchMetrics/0/Metrics").valueStream())
                .isNotEmpty()
                .allSatisfy(metric -> assertThat(lines.getFirst()
                                .path(metric.path("Name").asString())
                                .isNumber())
                        .isTrue());
        assertThat(lines.getFirst().path("http_errors_total").asInt()).isEqualTo(1);
        assertThat(lines.getLast().path("http_errors_total").asInt()).isZero();
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("hunter");
    }

    @Test
    void a_request_goes_on_with_the_trace_of_who_sent_it() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        JsonNode ofClient = lineOf(Map.of("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));
        JsonNode ofGateway = lineOf(Map.of(
                "X-Amzn-Trace-Id", "Root=1-4bf92f35-77b34da6a3ce929d0e0e4736;Parent=00f067aa0ba902b7;Sampled=1"));

        assertThat(List.of(ofClient, ofGateway)).allSatisfy(line -> {
            assertThat(line.path("trace_id").asString()).isEqualTo(trace);
            assertThat(line.path("parent_span_id").asString()).isEqualTo("00f067aa0ba902b7");
            assertThat(line.path("span_id").asString()).matches("[0-9a-f]{16}").isNotEqualTo("00f067aa0ba902b7");
        });
    }

    @Test
    void a_request_without_a_trace_or_with_a_malformed_one_begins_one() {
        JsonNode line = lineOf(Map.of("traceparent", "00-hunter2-00f067aa0ba902b7-01"));

        assertThat(line.path("trace_id").asString()).matches("[0-9a-f]{32}");
        assertThat(line.has("parent_span_id")).isFalse();
        assertThat(lineOf(Map.of()).path("trace_id")).isNotEqualTo(line.path("trace_id"));

        JsonNode begunByGateway = lineOf(Map.of("X-Amzn-Trace-Id", "Root=1-4bf92f35-77b34da6a3ce929d0e0e4736"));
        assertThat(begunByGateway.path("trace_id").asString()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(begunByGateway.has("parent_span_id")).isFalse();
    }

    private static JsonNode lineOf(Map<String, String> headers) {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        edge(new PrintStream(log, true, StandardCharsets.UTF_8), operation("broken"), operation("whole"))
                .apply(new APIGatewayProxyRequestEvent()
                        .withHttpMethod("GET")
                        .withPath("/api/v1/whole")
                        .withHeaders(headers));
        return new JsonMapper().readTree(log.toString(StandardCharsets.UTF_8));
    }

    @Test
    void an_event_with_nothing_in_it_is_answered() {
        APIGatewayProxyResponseEvent answer =
                edge(operation("broken"), operation("whole")).apply(new APIGatewayProxyRequestEvent());

        assertThat(answer.getStatusCode()).isEqualTo(404);
    }

    @Test
    void a_function_that_lacks_an_operation_or_has_one_too_many_does_not_start() {
        assertThatThrownBy(() -> edge(operation("whole")))
                .hasMessage("function parts serves [whole], but the contract gives it [broken, whole]");
        assertThatThrownBy(() -> edge(operation("whole"), operation("broken"), operation("more")))
                .hasMessageContaining("more");
    }

    private static Edge edge(Operation... operations) {
        return edge(System.out, operations);
    }

    private static Edge edge(PrintStream log, Operation... operations) {
        TestClock clock = new TestClock();
        InMemoryUsers users = new InMemoryUsers();
        return new Edge(
                new Operations(ROUTES, "parts", List.of(operations)),
                new Callers(
                        new VerifyAccess(new InMemoryAccessTokens(), new InMemorySessions(users), clock),
                        new VerifyApiKey(new InMemoryApiKeys(users), clock),
                        new AllowExecution(users, new AddressPolicy(false)),
                        new Origins(TrustedOrigins.of("https://own.example", ""))),
                new RequestLimits(new InMemoryRateLimiter(), clock),
                new Origins(TrustedOrigins.of("https://own.example", "")),
                TrustedEdge.of(),
                log);
    }

    private static Operation operation(String id) {
        return new Operation() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public Answer answer(Request request) {
                throw new IllegalStateException("hunter2");
            }
        };
    }
}
