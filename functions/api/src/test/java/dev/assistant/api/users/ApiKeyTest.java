package dev.assistant.api.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Call;
import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Leftovers;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** API keys: made, used, limited, deleted. */
final class ApiKeyTest {
    private static final Gateway GATEWAY = Gateway.shared();

    private final Person ada = Person.signedUp(GATEWAY);

    @Test
    void is_shown_once_and_stored_as_a_hash() {
        Reply made = make(Map.of("name", " CI ", "scopes", List.of("execute", "read")));

        assertThat(made.status()).isEqualTo(201);
        String secret = made.text("/key");
        assertThat(secret).startsWith("dak_").hasSize(47);
        assertThat(made.text("/key_prefix")).isEqualTo(secret.substring(0, 8));
        assertThat(made.text("/name")).isEqualTo("CI");
        assertThat(made.json().path("scopes").toString()).isEqualTo("[\"read\",\"execute\"]");
        Reply listed = ada.get("/users/me/api-keys").send();
        assertThat(listed.json().path("items")).hasSize(1);
        assertThat(listed.text("/items/0/key_prefix")).isEqualTo(secret.substring(0, 8));
        assertThat(listed.body()).doesNotContain(secret);
        assertThat(Leftovers.of(GATEWAY.surroundings(), secret)).isEmpty();
    }

    @Test
    void acts_for_its_owner_and_needs_no_proof_of_intent() {
        String key = key("read", "write", "execute");

        Reply profile = with(key, "GET", "/users/me").send();
        Reply changed = with(key, "PATCH", "/users/me")
                .header("Origin", "https://elsewhere.example")
                .json(Map.of("full_name", "Ada by key"))
                .send();
        Reply review = with(key, "POST", "/code-review")
                .json(Map.of("code", "x = 1", "language", "python"))
                .send();

        assertThat(profile.text("/id")).isEqualTo(ada.id());
        assertThat(changed.text("/full_name")).isEqualTo("Ada by key");
        assertThat(review.status()).isEqualTo(202);
        assertThat(ada.get("/code-review/" + review.text("/job_id")).send().status())
                .isEqualTo(200);
        JsonNode listed = ada.get("/users/me/api-keys").send().json().at("/items/0");
        assertThat(Instant.parse(listed.path("last_used_at").asString()))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
    }

    @Test
    void may_do_only_what_its_scopes_say() {
        String reader = key("read");
        String writer = key("write");

        Reply refused = with(reader, "PATCH", "/users/me")
                .json(Map.of("full_name", "Eve"))
                .send();
        Reply review = with(writer, "POST", "/code-review")
                .json(Map.of("code", "x = 1", "language", "python"))
                .send();

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("/detail")).contains("write");
        assertThat(review.status()).isEqualTo(403);
        assertThat(with(writer, "GET", "/users/me").send().status()).isEqualTo(403);
        assertThat(with(reader, "GET", "/users/me").send().status()).isEqualTo(200);
    }

    @Test
    void manages_neither_keys_nor_sessions_nor_the_password_nor_the_account() {
        String key = key("read", "write", "execute");
        Map<String, Object> another = Map.of("name", "another", "scopes", List.of("read"));
        Map<String, Object> passwords = Map.of("current_password", Person.PASSWORD, "new_password", "Another-horse-8");
        String id = UUID.randomUUID().toString();

        assertThat(List.of(
                        with(key, "GET", "/users/me/api-keys").send(),
                        with(key, "POST", "/users/me/api-keys").json(another).send(),
                        with(key, "DELETE", "/users/me/api-keys/" + id).send(),
                        with(key, "GET", "/users/me/sessions").send(),
                        with(key, "DELETE", "/users/me/sessions/" + id).send(),
                        with(key, "POST", "/users/me/password").json(passwords).send(),
                        with(key, "POST", "/auth/logout").send(),
                        with(key, "DELETE", "/users/me").send()))
                .extracting(Reply::status)
                .containsOnly(403);
        assertThat(ada.get("/users/me").send().status()).isEqualTo(200);
    }

    @Test
    void stops_working_when_it_is_deleted() {
        Reply made = make(Map.of("name", "CI", "scopes", List.of("read")));
        Person bob = Person.signedUp(GATEWAY);

        assertThat(bob.call("DELETE", "/users/me/api-keys/" + made.text("/id"))
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(bob.get("/users/me/api-keys").send().json().path("items")).isEmpty();
        assertThat(with(made.text("/key"), "GET", "/users/me").send().status()).isEqualTo(200);
        assertThat(ada.call("DELETE", "/users/me/api-keys/" + made.text("/id"))
                        .send()
                        .status())
                .isEqualTo(204);
        assertThat(with(made.text("/key"), "GET", "/users/me").send().status()).isEqualTo(401);
    }

    @Test
    void does_not_hold_when_it_is_made_up() {
        for (String key : List.of("dak_" + "x".repeat(43), "", "nonsense")) {
            assertThat(with(key, "GET", "/users/me").send().status()).isEqualTo(401);
        }
    }

    @Test
    void may_expire_but_not_before_it_is_made() {
        Reply past = make(Map.of("name", "CI", "scopes", List.of("read"), "expires_at", "2020-01-01T00:00:00Z"));
        Reply future = make(Map.of("name", "CI", "scopes", List.of("read"), "expires_at", "2099-01-01T02:00:00+02:00"));
        Reply never = make(Map.of("name", "CI", "scopes", List.of("read"), "expires_at", "+999999999-01-01T00:00:00Z"));

        assertThat(past.status()).isEqualTo(422);
        assertThat(past.complaintFields()).containsExactly("expires_at");
        assertThat(never.complaintFields()).containsExactly("expires_at");
        assertThat(future.text("/expires_at")).isEqualTo("2099-01-01T00:00:00Z");
    }

    @Test
    void names_every_field_that_cannot_be() {
        assertThat(make(Map.of("name", "", "scopes", List.of())).complaintFields())
                .containsExactlyInAnyOrder("name", "scopes");
        assertThat(make(Map.of("name", "x".repeat(101), "scopes", List.of("admin")))
                        .complaintFields())
                .containsExactly("scopes[0]");
        assertThat(make(Map.of("name", 1, "scopes", "read", "expires_at", "tomorrow"))
                        .complaintFields())
                .containsExactlyInAnyOrder("name", "scopes", "expires_at");
    }

    @Test
    void is_made_once_for_one_idempotency_key() {
        Map<String, Object> body = Map.of("name", "CI", "scopes", List.of("read"));
        Person bob = Person.signedUp(GATEWAY);

        Reply first = ada.post("/users/me/api-keys")
                .header("Idempotency-Key", "once")
                .json(body)
                .send();
        Reply second = ada.post("/users/me/api-keys")
                .header("Idempotency-Key", "once")
                .json(body)
                .send();
        Reply mistaken = ada.post("/users/me/api-keys")
                .header("Idempotency-Key", "once")
                .json(Map.of("name", "CI", "scopes", List.of("read", "write")))
                .send();
        Reply others = bob.post("/users/me/api-keys")
                .header("Idempotency-Key", "once")
                .json(body)
                .send();

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("/detail")).contains("shown then");
        assertThat(mistaken.status()).isEqualTo(409);
        assertThat(mistaken.text("/detail")).contains("another request");
        assertThat(others.status()).isEqualTo(201);
        assertThat(ada.get("/users/me/api-keys").send().json().path("items")).hasSize(1);
    }

    @Test
    void has_requests_of_its_own() {
        String busy = key("read");
        for (int n = 0; n < 100; n++) {
            assertThat(with(busy, "GET", "/users/me").send().status()).isEqualTo(200);
        }

        Reply refused = with(busy, "GET", "/users/me").send();

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("RateLimit-Limit")).isEqualTo("100");
        assertThat(ada.get("/users/me").send().status()).isEqualTo(200);
        assertThat(with(key("read"), "GET", "/users/me").send().status()).isEqualTo(200);
    }

    @Test
    void shares_three_hundred_requests_with_the_other_keys_of_its_owner() {
        for (int keys = 0; keys < 3; keys++) {
            String key = key("read");
            for (int n = 0; n < 100; n++) {
                assertThat(with(key, "GET", "/users/me").send().status()).isEqualTo(200);
            }
        }

        Reply refused = with(key("read"), "GET", "/users/me").send();

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("RateLimit-Limit")).isEqualTo("300");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(ada.get("/users/me").send().status()).isEqualTo(200);
    }

    private String key(String... scopes) {
        return make(Map.of("name", "key", "scopes", List.of(scopes))).text("/key");
    }

    private Reply make(Map<String, Object> body) {
        return ada.post("/users/me/api-keys").json(body).send();
    }

    private static Call with(String key, String method, String path) {
        return GATEWAY.call(method, path).header("X-API-Key", key);
    }
}
