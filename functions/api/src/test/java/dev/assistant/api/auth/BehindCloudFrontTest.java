package dev.assistant.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Call;
import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Reply;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Functions whose gateway stands behind CloudFront. */
final class BehindCloudFrontTest {
    private static final String CLOUDFRONT = "198.51.100.171";
    private static final Gateway GATEWAY = new Gateway(
            Gateway.shared().surroundings().with("ORIGIN_KEY_1", "first-key").with("ORIGIN_KEY_2", "second-key"));

    @Test
    void the_login_limit_follows_the_viewer_whatever_the_viewer_claims() {
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(login("first-key", "192.0.2.%d, 203.0.113.171".formatted(attempt))
                            .status())
                    .isEqualTo(401);
        }

        assertThat(login("second-key", "192.0.2.6, 203.0.113.171").status()).isEqualTo(429);
        assertThat(login("first-key", "203.0.113.172").status()).isEqualTo(401);
    }

    @Test
    void a_request_past_cloudfront_is_refused_as_a_problem() {
        for (Reply refused : new Reply[] {login("guess", "203.0.113.173"), login().send()}) {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        }
    }

    @Test
    void health_answers_whom_cloudfront_lets_by() {
        Reply healthy =
                GATEWAY.get("/health").header("X-Origin-Key", "second-key").send();

        assertThat(healthy.status()).isEqualTo(200);
    }

    private static Reply login(String key, String forwarded) {
        return login().header("X-Origin-Key", key)
                .header("X-Forwarded-For", forwarded + ", " + CLOUDFRONT)
                .send();
    }

    private static Call login() {
        return GATEWAY.post("/auth/login")
                .from(CLOUDFRONT)
                .json(Map.of("email", UUID.randomUUID() + "@example.com", "password", "Not-the-right-one-1"));
    }
}
