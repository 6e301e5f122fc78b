package dev.assistant.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import dev.assistant.testkit.function.FunctionSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What all answers have in common. */
final class AnswersTest {
    private final Gateway gateway = Gateway.shared();

    @Test
    void a_problem_names_its_kind_its_place_and_its_request() {
        Reply reply = gateway.get("/users/me").send();

        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.text("/type")).isEqualTo("/problems/not-signed-in");
        assertThat(reply.text("/status")).isEqualTo("401");
        assertThat(reply.text("/instance")).isEqualTo("/api/v1/users/me");
        assertThat(reply.text("/request_id")).isEqualTo(reply.header("X-Request-Id"));
        assertThat(reply.json().has("errors")).isFalse();
    }

    @Test
    void a_path_that_nobody_has_is_not_found() {
        for (String path : List.of("/nothing", "/users", "/users/me/", "/code-review/1/2/3", "")) {
            Reply reply = gateway.get(path).send();

            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.text("/type")).isEqualTo("/problems/not-found");
        }
    }

    @Test
    void a_method_that_a_path_does_not_take_is_told_which_ones_it_takes() {
        Reply reply = gateway.call("PUT", "/users/me").send();

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo("DELETE, GET, OPTIONS, PATCH");
        assertThat(reply.text("/type")).isEqualTo("/problems/method-not-allowed");
        assertThat(gateway.call("DELETE", "/code-review/history").send().header("Allow"))
                .isEqualTo("GET, OPTIONS");
        assertThat(gateway.get("/auth/login").send().header("Allow")).isEqualTo("OPTIONS, POST");
    }

    @Test
    void headers_that_mean_something_to_the_function_adapter_mean_nothing_here() {
        Person ada = Person.signedUp(gateway);
        for (String name : List.of(
                "contentType", "id", "timestamp", "accept", "spring.cloud.function.definition", "payload", "body")) {
            assertThat(ada.get("/users/me").header(name, "text/nonsense").send().status())
                    .isEqualTo(200);
        }
    }

    @Test
    void every_answer_is_safe_to_show_and_private_by_default() {
        Reply reply = Person.signedUp(gateway).get("/users/me/preferences").send();

        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(reply.header("Strict-Transport-Security")).contains("max-age=");
        assertThat(reply.header("Vary")).contains("Origin");
    }

    @Test
    void pages_of_allowed_origins_may_read_answers_and_no_others() {
        Reply allowed = gateway.get("/version")
                .header("Origin", FunctionSettings.ALLOWED_ORIGIN)
                .send();
        Reply foreign = gateway.get("/version")
                .header("Origin", "https://elsewhere.example")
                .send();

        assertThat(allowed.header("Access-Control-Allow-Origin")).isEqualTo(FunctionSettings.ALLOWED_ORIGIN);
        assertThat(allowed.header("Access-Control-Expose-Headers")).contains("RateLimit-Remaining", "Location");
        assertThat(foreign.headers("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void a_preflight_of_an_allowed_origin_is_told_what_it_may_send() {
        Reply allowed = gateway.call("OPTIONS", "/users/me")
                .header("Origin", FunctionSettings.ALLOWED_ORIGIN)
                .header("Access-Control-Request-Method", "PATCH")
                .send();
        Reply foreign = gateway.call("OPTIONS", "/users/me")
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "PATCH")
                .send();

        assertThat(allowed.status()).isEqualTo(204);
        assertThat(allowed.header("Access-Control-Allow-Methods")).contains("PATCH");
        assertThat(allowed.header("Access-Control-Allow-Headers")).contains("X-CSRF-Token", "Idempotency-Key");
        assertThat(foreign.headers("Access-Control-Allow-Methods")).isEmpty();
        assertThat(gateway.call("OPTIONS", "/nothing").send().status()).isEqualTo(404);
    }

    @Test
    void a_head_is_answered_like_a_get_without_the_body() {
        Reply reply = gateway.call("HEAD", "/version").send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
    }
}
