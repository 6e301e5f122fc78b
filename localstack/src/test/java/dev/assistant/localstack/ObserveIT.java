package dev.assistant.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.localstack.bench.Product;
import dev.assistant.localstack.bench.WatchedReview;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is measured and traced of a review, seen by whoever runs the product (SPEC section 8). */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ObserveIT {
    private static final List<String> PROMISED = List.of(
            "http_requests_total",
            "http_request_duration_seconds_bucket",
            "http_active_requests",
            "code_reviews_total",
            "workflow_executions_total",
            "active_users_count",
            "cpu_usage_percent",
            "memory_usage_bytes",
            "db_connections_active");

    /** From a review's last event until all of it is seen. */
    private static final Duration FRESH = Duration.ofSeconds(6);

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void a_review_is_measured_and_traced_from_its_request_to_its_last_event(@TempDir Path data) throws Exception {
        try (RunningStack stack = RunningStack.up(data, "--observe")) {
            showsAReview(stack);
        }
    }

    @Test
    void so_it_is_with_each_function_in_a_process_of_its_own(@TempDir Path data) throws Exception {
        try (RunningStack stack = RunningStack.up(data, "--observe", "--lambda-processes")) {
            showsAReview(stack);

            assertThat(stack.part("function:auth").path("pid"))
                    .isNotEqualTo(stack.part("gateway").path("pid"));
        }
    }

    private void showsAReview(RunningStack stack) throws Exception {
        String before = get(stack, "/metrics").body();
        assertThat(PROMISED)
                .as("from the start")
                .allSatisfy(metric -> assertThat(before).containsPattern("(?m)^" + metric + "\\{"));
        assertThat(before).contains("code_reviews_total{part=\"agent-runtime\"} 0.0");

        Product product = new Product(stack.origin());
        WatchedReview review = WatchedReview.run(product, product.signUp(), "import pickle\npickle.loads(data)\n");

        String page = await(stack, "/jobs/" + review.job(), body -> body.contains("run quick_code_review"));
        assertThat(page)
                .contains("POST /api/v1/code-review", "submitReview", "append completed", review.job())
                .doesNotContain("pickle");
        JsonNode spans =
                Product.read(get(stack, "/jobs/" + review.job() + ".json").body());
        assertThat(spans.valueStream()
                        .map(span -> span.path("trace").asString())
                        .distinct())
                .hasSize(1);
        String after = await(stack, "/metrics", body -> body.contains("active_users_count{part=\"gateway\"} 1.0"));
        assertThat(after)
                .contains("code_reviews_total{part=\"agent-runtime\"} 1.0")
                .contains("workflow_executions_total{part=\"agent-runtime\",status=\"completed\","
                        + "workflow=\"quick_code_review\"} 1.0");
        assertThat(await(stack, "/", body -> body.contains("quick_code_review")))
                .contains("API performance", "User activity", "System health", "Cost", "No alert fires.");
    }

    private String await(RunningStack stack, String path, Predicate<String> there) throws Exception {
        long deadline = System.nanoTime() + FRESH.toNanos();
        String body = get(stack, path).body();
        while (!there.test(body) && System.nanoTime() < deadline) {
            body = get(stack, path).body();
        }
        assertThat(there).as(path + ": " + body).accepts(body);
        return body;
    }

    private HttpResponse<String> get(RunningStack stack, String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(stack.observed() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
