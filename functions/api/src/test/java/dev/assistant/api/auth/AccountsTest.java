package dev.assistant.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Registering and signing in. */
final class AccountsTest {
    private final Gateway gateway = Gateway.shared();

    @Test
    void registering_answers_the_account_and_keeps_the_address_in_lower_case() {
        String name = freshName();

        Reply reply = register(Map.of(
                "email",
                name.toUpperCase(Locale.ROOT) + "@Example.COM",
                "username",
                name,
                "password",
                Person.PASSWORD,
                "full_name",
                " Ada Lovelace "));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text("/email")).isEqualTo(name + "@example.com");
        assertThat(reply.text("/full_name")).isEqualTo("Ada Lovelace");
        assertThat(reply.text("/role")).isEqualTo("user");
        assertThat(reply.json().path("email_verified").asBoolean()).isFalse();
        assertThat(reply.body()).doesNotContain("password");
    }

    @Test
    void an_address_and_a_username_can_be_registered_once() {
        String name = freshName();
        register(Map.of("email", name + "@example.com", "username", name, "password", Person.PASSWORD));

        Reply sameAddress =
                register(Map.of("email", name + "@EXAMPLE.com", "username", freshName(), "password", Person.PASSWORD));
        Reply sameName =
                register(Map.of("email", freshName() + "@example.com", "username", name, "password", Person.PASSWORD));

        assertThat(sameAddress.status()).isEqualTo(409);
        assertThat(sameAddress.text("/detail")).contains("address");
        assertThat(sameName.status()).isEqualTo(409);
        assertThat(sameName.text("/detail")).contains("username");
    }

    @Test
    void everything_wrong_with_a_registration_is_said_at_once() {
        Reply reply = register(Map.of("email", "nowhere", "username", "a b", "password", "short", "full_name", "x\ny"));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.complaintFields()).containsExactlyInAnyOrder("email", "username", "password", "full_name");
    }

    @Test
    void a_password_that_bcrypt_would_cut_is_refused() {
        Reply reply = register(Map.of(
                "email", freshName() + "@example.com", "username", freshName(), "password", "Aa1" + "ä".repeat(40)));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.complaintFields()).containsExactly("password");
    }

    @Test
    void missing_fields_and_wrong_types_are_named() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("email", 7);
        body.put("username", null);

        Reply reply = register(body);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.complaintFields()).containsExactlyInAnyOrder("email", "username", "password");
    }

    @Test
    void signing_in_answers_tokens_and_sets_cookies_that_scripts_cannot_read() {
        Person ada = Person.signedUp(gateway);

        Reply reply = login(ada.email(), Person.PASSWORD, Person.freshAddress());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/token_type")).isEqualTo("Bearer");
        assertThat(reply.json().path("expires_in").asInt()).isEqualTo(900);
        assertThat(reply.cookie("__Host-access")).isEqualTo(reply.text("/access_token"));
        assertThat(reply.cookieLine("__Host-access").orElseThrow())
                .contains("; Max-Age=900", "; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Lax");
        assertThat(reply.cookieLine("__Secure-refresh").orElseThrow())
                .contains("; Max-Age=604800", "; Path=/api/v1/auth;", "; Secure", "; HttpOnly", "; SameSite=Strict");
        assertThat(reply.cookieLine("__Host-csrf").orElseThrow())
                .contains("; Path=/;", "; Secure", "; SameSite=Strict")
                .doesNotContain("HttpOnly");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void an_unknown_account_and_a_wrong_password_get_the_same_answer() {
        Person ada = Person.signedUp(gateway);

        Reply wrong = login(ada.email(), "Wrong-horse-7", Person.freshAddress());
        Reply unknown = login(freshName() + "@example.com", Person.PASSWORD, Person.freshAddress());
        Reply noAddress = login("no address", Person.PASSWORD, Person.freshAddress());

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(noAddress.status()).isEqualTo(401);
        assertThat(unknown.text("/detail")).isEqualTo(wrong.text("/detail"));
        assertThat(noAddress.text("/detail")).isEqualTo(wrong.text("/detail"));
    }

    @Test
    void a_closed_account_cannot_sign_in_and_its_sessions_end() {
        Person ada = Person.signedUp(gateway);
        gateway.surroundings().sql("update users set is_active = false where id = '" + ada.id() + "'");

        assertThat(login(ada.email(), Person.PASSWORD, Person.freshAddress()).status())
                .isEqualTo(401);
        assertThat(ada.get("/users/me").send().status()).isEqualTo(401);
    }

    @Test
    void the_sixth_attempt_at_an_account_is_refused_wherever_it_comes_from() {
        Person ada = Person.signedUp(gateway);
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(login(ada.email(), "Wrong-horse-7", Person.freshAddress())
                            .status())
                    .isEqualTo(401);
        }

        Reply sixth = login(ada.email(), Person.PASSWORD, Person.freshAddress());

        assertThat(sixth.status()).isEqualTo(429);
        assertThat(Integer.parseInt(sixth.header("Retry-After"))).isBetween(1, 900);
    }

    @Test
    void the_sixth_attempt_from_an_address_is_refused_whoever_it_is_for() {
        String address = Person.freshAddress();
        for (int attempt = 1; attempt <= 5; attempt++) {
            login(freshName() + "@example.com", "Wrong-horse-7", address);
        }
        Person ada = Person.signedUp(gateway);

        assertThat(login(ada.email(), Person.PASSWORD, address).status()).isEqualTo(429);
        assertThat(login(ada.email(), Person.PASSWORD, Person.freshAddress()).status())
                .isEqualTo(200);
    }

    @Test
    void good_attempts_use_nothing_up() {
        String address = Person.freshAddress();
        for (int attempt = 1; attempt <= 7; attempt++) {
            Person somebody = Person.signedUp(gateway);
            assertThat(login(somebody.email(), Person.PASSWORD, address).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void while_attempts_cannot_be_counted_nobody_signs_in() {
        Person ada = Person.signedUp(gateway);
        Gateway cutOff = new Gateway(gateway.surroundings().with("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:1"));

        Reply reply = cutOff.post("/auth/login")
                .json(Map.of("email", ada.email(), "password", Person.PASSWORD))
                .send();

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).isNotEmpty();
    }

    private Reply register(Map<String, ?> body) {
        return gateway.post("/auth/register")
                .from(Person.freshAddress())
                .json(body)
                .send();
    }

    private Reply login(String email, String password, String address) {
        return gateway.post("/auth/login")
                .from(address)
                .json(Map.of("email", email, "password", password))
                .send();
    }

    private static String freshName() {
        return "n" + UUID.randomUUID().toString().substring(0, 12);
    }
}
