package dev.assistant.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Call;
import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Refreshing and signing out. */
final class SessionsTest {
    private final Gateway gateway = Gateway.shared();

    @Test
    void a_refresh_token_in_the_body_buys_new_tokens() {
        Person ada = Person.signedUp(gateway);

        Reply reply = refresh(ada.refreshToken());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/refresh_token")).isNotEqualTo(ada.refreshToken());
        assertThat(gateway.get("/users/me")
                        .bearer(reply.text("/access_token"))
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(refresh(reply.text("/refresh_token")).status()).isEqualTo(200);
    }

    @Test
    void tabs_that_refresh_at_the_same_moment_both_stay_signed_in() {
        Person ada = Person.signedUp(gateway);

        Reply first = refresh(ada.refreshToken());
        Reply second = refresh(ada.refreshToken());

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(200);
    }

    @Test
    void a_refresh_token_used_again_later_ends_the_whole_session() {
        Person ada = Person.signedUp(gateway);
        Reply next = refresh(ada.refreshToken());
        gateway.surroundings()
                .sql("update refresh_tokens set used_at = used_at - interval '1 minute' where used_at is not null");

        Reply reused = refresh(ada.refreshToken());

        assertThat(reused.status()).isEqualTo(401);
        assertThat(refresh(next.text("/refresh_token")).status()).isEqualTo(401);
        assertThat(gateway.get("/users/me")
                        .bearer(next.text("/access_token"))
                        .send()
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_refresh_token_that_nobody_gave_out_buys_nothing() {
        assertThat(refresh("x".repeat(43)).status()).isEqualTo(401);
        assertThat(gateway.post("/auth/refresh").send().status()).isEqualTo(401);
        assertThat(gateway.post("/auth/refresh")
                        .json(Map.of("refresh_token", 7))
                        .send()
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a_browser_refreshes_by_cookie_and_proves_its_intent() {
        Person ada = Person.signedUp(gateway);

        assertThat(ada.browse("POST", "/auth/refresh").send().status()).isEqualTo(403);
        assertThat(ada.browse("POST", "/auth/refresh")
                        .header("X-CSRF-Token", "guessed")
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(withIntent(ada.browse("POST", "/auth/refresh"), ada)
                        .header("Origin", "https://elsewhere.example")
                        .send()
                        .status())
                .isEqualTo(403);

        Reply reply = withIntent(ada.browse("POST", "/auth/refresh"), ada).send();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.cookie("__Secure-refresh")).isEqualTo(reply.text("/refresh_token"));
        assertThat(reply.cookie("__Host-csrf")).isEqualTo(ada.csrf());
    }

    @Test
    void signing_out_ends_both_tokens_at_once_and_clears_the_cookies() {
        Person ada = Person.signedUp(gateway);

        Reply reply = withIntent(ada.browse("POST", "/auth/logout"), ada).send();

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.body()).isEmpty();
        assertThat(reply.headers("Set-Cookie"))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).contains("=; Max-Age=0;"));
        assertThat(ada.get("/users/me").send().status()).isEqualTo(401);
        assertThat(refresh(ada.refreshToken()).status()).isEqualTo(401);
    }

    @Test
    void signing_out_leaves_other_sessions_alone() {
        Person atHome = Person.signedUp(gateway);
        Person atWork = Person.signedIn(gateway, atHome.email());

        assertThat(atHome.post("/auth/logout").send().status()).isEqualTo(204);

        assertThat(atWork.get("/users/me").send().status()).isEqualTo(200);
    }

    private Reply refresh(String token) {
        return gateway.post("/auth/refresh")
                .from(Person.freshAddress())
                .json(Map.of("refresh_token", token))
                .send();
    }

    private static Call withIntent(Call call, Person person) {
        return call.header("X-CSRF-Token", person.csrf());
    }
}
