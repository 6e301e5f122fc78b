package dev.assistant.api.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The signed-in person's profile. */
final class ProfileTest {
    private final Person ada = Person.signedUp(Gateway.shared());

    @Test
    void shows_the_account_that_signed_in() {
        Reply reply = ada.get("/users/me").send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/id")).isEqualTo(ada.id());
        assertThat(reply.text("/email")).isEqualTo(ada.email());
    }

    @Test
    void may_be_kept_for_a_minute_and_is_then_asked_for_by_its_tag() {
        Reply first = ada.get("/users/me").send();
        assertThat(first.header("Cache-Control")).isEqualTo("private, max-age=60");
        assertThat(String.join(",", first.headers("Vary"))).contains("Authorization", "Cookie", "Origin");
        String tag = first.header("ETag");

        Reply unchanged = ada.get("/users/me").header("If-None-Match", tag).send();
        change(Map.of("full_name", "Ada Lovelace"));
        Reply changed = ada.get("/users/me").header("If-None-Match", tag).send();

        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("/full_name")).isEqualTo("Ada Lovelace");
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void changes_what_is_named_and_leaves_the_rest() {
        String username = "ada." + UUID.randomUUID().toString().substring(0, 8);
        change(Map.of("full_name", "Ada Lovelace", "avatar_url", "https://example.com/ada.png"));

        Reply reply = change(Map.of("username", username));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/username")).isEqualTo(username);
        assertThat(reply.text("/full_name")).isEqualTo("Ada Lovelace");
        assertThat(reply.text("/avatar_url")).isEqualTo("https://example.com/ada.png");
    }

    @Test
    void null_removes_what_may_be_missing() {
        change(Map.of("full_name", "Ada Lovelace", "avatar_url", "https://example.com/ada.png"));
        Map<String, Object> nothing = new LinkedHashMap<>();
        nothing.put("full_name", null);
        nothing.put("avatar_url", null);

        Reply reply = change(nothing);

        assertThat(reply.json().path("full_name").isNull()).isTrue();
        assertThat(reply.json().path("avatar_url").isNull()).isTrue();
        assertThat(change(Collections.singletonMap("username", null)).complaintFields())
                .containsExactly("username");
    }

    @Test
    void names_every_value_that_cannot_be() {
        Reply reply = change(Map.of(
                "username", "x",
                "full_name", "y".repeat(101),
                "avatar_url", "javascript:alert(1)"));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.complaintFields()).containsExactly("username", "full_name", "avatar_url");
        assertThat(change(Map.of()).status()).isEqualTo(422);
        assertThat(change(Map.of("full_name", 7)).complaintFields()).containsExactly("full_name");
    }

    @Test
    void a_username_of_somebody_else_cannot_be_taken() {
        Reply other = Person.signedUp(Gateway.shared()).get("/users/me").send();

        Reply reply = change(Map.of("username", other.text("/username").toUpperCase(Locale.ROOT)));

        assertThat(reply.status()).isEqualTo(409);
    }

    private Reply change(Map<String, ?> change) {
        return ada.call("PATCH", "/users/me").json(change).send();
    }
}
