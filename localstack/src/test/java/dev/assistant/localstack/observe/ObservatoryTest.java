package dev.assistant.localstack.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.assistant.localstack.gateway.RequestObserver.Observed;
import dev.assistant.testkit.engine.Loopback;
import dev.assistant.trace.TraceContext;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class ObservatoryTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CLICK = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Observatory observatory = Observatory.start(0, URI.create("http://127.0.0.1:1/metrics"));

    @AfterEach
    void close() {
        observatory.close();
        http.close();
    }

    @Test
    void counts_requests_and_takes_what_sweep_tells_of_the_system() throws Exception {
        observatory.requests().begin("POST", Optional.empty()).answered("/api/v1/auth/login", "auth", 401);
        observatory
                .reading(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8))
                .println("{\"event\":\"figures\",\"active_users_count\":3,\"db_connections_active\":7}");

        assertThat(get("/metrics").body())
                .contains("http_requests_total{part=\"gateway\",function=\"auth\",method=\"POST\",status=\"401\"} 1.0")
                .contains("http_request_duration_seconds_count{part=\"gateway\",function=\"auth\"} 1")
                .contains("http_active_requests{part=\"gateway\"} 0.0")
                .contains("failed_logins_total{part=\"gateway\"} 1.0")
                .contains("active_users_count{part=\"gateway\"} 3.0")
                .contains("db_connections_active{part=\"gateway\"} 7.0");
        assertThat(get("/").body()).contains("API performance", "User activity", "System health", "Cost");
        assertThat(get("/alerts").body()).contains("slow-api", "failed-logins");
    }

    @Test
    void one_trace_holds_the_gateway_the_function_and_the_worker() throws Exception {
        Observed request = observatory.requests().begin("POST", Optional.of(CLICK));
        TraceContext gateway =
                TraceContext.parse(request.traceparent().orElseThrow()).orElseThrow();
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        observatory.reading(new PrintStream(log, true, StandardCharsets.UTF_8)).println("""
                        {"time":"2026-01-15T09:30:00Z","event":"request","trace_id":"%s","span_id":"1111111111111111",\
                        "parent_span_id":"%s","function":"reviews","operation":"submitReview","status":202,"duration_ms":12}\
                        """.formatted(
                        TRACE, gateway.spanId()));
        request.answered("/api/v1/code-review", "reviews", 202);
        assertThat(export("run <script>", "22222222222222222222222222222222", "job-8"))
                .isEqualTo(200);
        assertThat(export("run quick_code_review", TRACE, "job-7")).isEqualTo(200);

        assertThat(gateway.traceId()).isEqualTo(TRACE);
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("submitReview");
        assertThat(get("/jobs/job-7").body())
                .contains("POST /api/v1/code-review", "submitReview", "run quick_code_review", "in 3 spans");
        assertThat(get("/traces/22222222222222222222222222222222").body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void a_trace_that_is_not_there_yet_is_a_page_that_asks_again() throws Exception {
        for (String path : List.of("/traces/33333333333333333333333333333333", "/jobs/job-9")) {
            assertThat(get(path).statusCode()).isEqualTo(404);
            assertThat(get(path).body()).contains("No trace yet", "http-equiv=\"refresh\"");
            assertThat(get(path + ".json").body()).isEqualTo("[]");
        }
        assertThat(get("/nothing/33333333333333333333333333333333").body()).doesNotContain("No trace yet");
    }

    @Test
    void follows_the_logs_of_functions_in_processes_of_their_own(@TempDir Path logs) throws Exception {
        Path log = logs.resolve("function-sweep.log");
        Files.writeString(log, "{\"event\":\"figures\",\"open_jobs\":1}\n");
        observatory.follow(logs);

        Files.writeString(log, "not JSON\n{\"event\":\"figures\",", StandardOpenOption.APPEND);
        Files.writeString(log, "\"active_users_count\":4}\n", StandardOpenOption.APPEND);
        while (!get("/metrics").body().contains("active_users_count{part=\"gateway\"} 4.0")) {
            Thread.onSpinWait();
        }
        assertThat(get("/metrics").body())
                .as("what was there before is the past")
                .contains("open_jobs{part=\"gateway\"} NaN");
    }

    private int export(String name, String trace, String job) throws Exception {
        ExportTraceServiceRequest spans = ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .addScopeSpans(ScopeSpans.newBuilder()
                                .addSpans(Span.newBuilder()
                                        .setTraceId(bytes(trace))
                                        .setSpanId(bytes("2222222222222222"))
                                        .setParentSpanId(bytes("1111111111111111"))
                                        .setName(name)
                                        .addAttributes(KeyValue.newBuilder()
                                                .setKey("job.id")
                                                .setValue(AnyValue.newBuilder().setStringValue(job))))))
                .build();
        return http.send(
                        HttpRequest.newBuilder(uri("/v1/traces"))
                                .header("Content-Type", "application/x-protobuf")
                                .POST(BodyPublishers.ofByteArray(spans.toByteArray()))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private static ByteString bytes(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create(Loopback.http(observatory.port().orElseThrow()) + path);
    }
}
