package dev.assistant.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Postbox;
import dev.assistant.api.harness.Reply;
import dev.assistant.api.harness.Surroundings;
import dev.assistant.testkit.engine.MailEngine;
import dev.assistant.testkit.function.FunctionSettings;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody hostile would try at the doors. */
final class IdentityAttacksTest {
    private static final Gateway GATEWAY = new Gateway(Surroundings.fresh());
    private static final List<String> PUBLIC_POSTS = List.of(
            "/auth/register",
            "/auth/login",
            "/auth/login/google",
            "/auth/login/github",
            "/auth/refresh",
            "/auth/verify-email",
            "/auth/resend-verification",
            "/auth/forgot-password",
            "/auth/reset-password");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "other,victim@example.com",
                "other;victim@example.com",
                "group:victim@example.com",
                "\"quoted\"@example.com",
                "victim@example.com\r\nBcc: all@example.com",
                "line\u2028victim@example.com",
                "nul\u0000victim@example.com",
                "escape\u001bvictim@example.com",
                "victi\u00a0m@example.com",
                "mi\u212ae@example.com",
                "victim@ex\u0430mple.com",
                "victim@example.com,evil.example",
                ".victim@example.com",
                "vic..tim@example.com",
                "victim@-example.com",
                "victim@example"
            })
    void takes_no_address_that_a_mail_server_or_a_person_could_read_as_another(String email) {
        for (String path : List.of("/auth/forgot-password", "/auth/resend-verification")) {
            assertThat(post(path, Map.of("email", email)).complaintFields()).containsExactly("email");
        }
        assertThat(post("/auth/register", Map.of("email", email, "username", freshName(), "password", Person.PASSWORD))
                        .complaintFields())
                .containsExactly("email");
        assertThat(post("/auth/login", Map.of("email", email, "password", Person.PASSWORD))
                        .status())
                .isIn(401, 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"o'neil+tag=1@mail.example.co.uk", "a.b_c-d~e@x1.example", "0@0.example"})
    void takes_unusual_addresses_that_mean_one_person(String email) {
        String unique = freshName() + email;

        assertThat(post("/auth/register", Map.of("email", unique, "username", freshName(), "password", Person.PASSWORD))
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0430da-cyrillic",
                "ada\u200bzero-width",
                "ada\u202eadmin",
                "ＡＤＡ-wide",
                "ada/../admin",
                "<b>ada</b>"
            })
    void takes_no_username_that_looks_like_another(String username) {
        Reply reply = post(
                "/auth/register",
                Map.of("email", freshName() + "@example.com", "username", username, "password", Person.PASSWORD));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.complaintFields()).containsExactly("username");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada\u202eecalevoL", "Ada\u2028Lovelace", "Ada\u2066Lovelace", "Ada\nLovelace"})
    void takes_no_name_that_rewrites_what_stands_around_it(String name) {
        Reply reply = post(
                "/auth/register",
                Map.of(
                        "email",
                        freshName() + "@example.com",
                        "username",
                        freshName(),
                        "password",
                        Person.PASSWORD,
                        "full_name",
                        name));

        assertThat(reply.complaintFields()).containsExactly("full_name");
    }

    @Test
    void puts_our_own_address_into_mails_whatever_a_request_says_its_host_is() {
        Person ada = Person.registered(GATEWAY);

        GATEWAY.post("/auth/forgot-password")
                .from(Person.freshAddress())
                .header("Host", "evil.example")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "host=evil.example")
                .header("X-Original-URL", "https://evil.example/")
                .json(Map.of("email", ada.email()))
                .send();

        assertThat(Postbox.of(GATEWAY, ada.email()))
                .hasSize(2)
                .extracting(MailEngine.Sent::text)
                .allSatisfy(text -> assertThat(text)
                        .contains(FunctionSettings.OWN_ORIGIN + "/")
                        .doesNotContain("evil"));
    }

    @Test
    void does_nothing_at_the_doors_for_pages_of_other_sites() {
        for (String path : PUBLIC_POSTS) {
            Reply named = GATEWAY.post(path)
                    .from(Person.freshAddress())
                    .header("Origin", "https://evil.example")
                    .json(Map.of("email", "a@example.com"))
                    .send();
            Reply hidden = GATEWAY.post(path)
                    .from(Person.freshAddress())
                    .header("Sec-Fetch-Site", "cross-site")
                    .header("Origin", "null")
                    .json(Map.of("email", "a@example.com"))
                    .send();

            assertThat(named.status()).as(path).isEqualTo(403);
            assertThat(hidden.status()).as(path).isEqualTo(403);
            assertThat(named.headers("Set-Cookie")).as(path).isEmpty();
        }
    }

    @Test
    void opens_the_doors_for_our_own_pages_allowed_ones_and_programs() {
        Person ada = Person.signedUp(GATEWAY);
        Map<String, String> credentials = Map.of("email", ada.email(), "password", Person.PASSWORD);

        for (String origin : List.of(FunctionSettings.OWN_ORIGIN, FunctionSettings.ALLOWED_ORIGIN)) {
            assertThat(GATEWAY.post("/auth/login")
                            .from(Person.freshAddress())
                            .header("Origin", origin)
                            .json(credentials)
                            .send()
                            .status())
                    .isEqualTo(200);
        }
        assertThat(post("/auth/login", credentials).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void signs_nobody_in_by_what_a_form_can_send(String contentType) {
        Person ada = Person.signedUp(GATEWAY);

        Reply reply = GATEWAY.post("/auth/login")
                .from(Person.freshAddress())
                .text(contentType, "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(ada.email(), Person.PASSWORD))
                .send();

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.headers("Set-Cookie")).isEmpty();
    }

    @Test
    void opens_a_new_session_whatever_cookies_a_browser_was_given_before() {
        Person attacker = Person.signedUp(GATEWAY);
        Person victim = Person.signedUp(GATEWAY);

        Reply reply = GATEWAY.post("/auth/login")
                .from(Person.freshAddress())
                .cookie("__Host-access", attacker.accessToken())
                .cookie("__Secure-refresh", attacker.refreshCookie())
                .cookie("__Host-csrf", attacker.csrf())
                .json(Map.of("email", victim.email(), "password", Person.PASSWORD))
                .send();

        assertThat(reply.cookie("__Host-access")).isNotEqualTo(attacker.accessToken());
        assertThat(reply.cookie("__Secure-refresh")).isNotEqualTo(attacker.refreshCookie());
        assertThat(reply.cookie("__Host-csrf")).isNotEqualTo(attacker.csrf());
        assertThat(attacker.get("/users/me").send().text("/email")).isEqualTo(attacker.email());
    }

    @Test
    void takes_as_long_for_an_account_that_there_is_not_as_for_a_wrong_password() {
        Person ada = Person.signedUp(GATEWAY);
        signInFails(ada.email(), "Wrong-horse-0");

        long known = median(() -> signInFails(ada.email(), "Wrong-horse-1"));
        long unknown = median(() -> signInFails(freshName() + "@example.com", "Wrong-horse-1"));
        long noAddress = median(() -> signInFails("no address", "Wrong-horse-1"));
        long tooLong = median(() -> signInFails(freshName() + "@example.com", "x".repeat(5_000)));

        // bcrypt is all but a small part of each; without it an answer comes in a tenth of the time.
        assertThat(List.of(unknown, noAddress, tooLong))
                .allSatisfy(time -> assertThat(time).isGreaterThan(known / 3));
    }

    @Test
    void bears_inputs_of_nearly_a_megabyte() {
        String huge = "Aa1".repeat(300_000);

        assertThat(post("/auth/login", Map.of("email", huge, "password", huge)).status())
                .isEqualTo(401);
        assertThat(post("/auth/login", Map.of("email", "a@" + "b.".repeat(300_000) + "c", "password", "x"))
                        .status())
                .isEqualTo(401);
        assertThat(post("/auth/register", Map.of("email", huge, "username", huge, "password", huge, "full_name", huge))
                        .complaintFields())
                .containsExactlyInAnyOrder("email", "username", "password", "full_name");
        assertThat(post("/auth/verify-email", Map.of("token", huge)).status()).isEqualTo(422);
        assertThat(post("/auth/reset-password", Map.of("token", huge, "password", Person.PASSWORD))
                        .status())
                .isEqualTo(422);
        assertThat(post("/auth/refresh", Map.of("refresh_token", huge)).status())
                .isEqualTo(401);
        assertThat(GATEWAY.get("/users/me").bearer(huge).send().status()).isEqualTo(401);
        assertThat(GATEWAY.get("/users/me").header("X-API-Key", huge).send().status())
                .isEqualTo(401);
    }

    @Test
    void keeps_a_browsers_name_whatever_characters_it_has() {
        Person ada = Person.signedUp(GATEWAY);

        Reply reply = GATEWAY.post("/auth/login")
                .from(Person.freshAddress())
                .header("User-Agent", "x" + "\ud83d\ude00".repeat(5_000) + "\u0000")
                .json(Map.of("email", ada.email(), "password", Person.PASSWORD))
                .send();

        assertThat(reply.status()).isEqualTo(200);
    }

    private static Reply signInFails(String email, String password) {
        Reply reply = post("/auth/login", Map.of("email", email, "password", password));
        assertThat(reply.status()).isIn(401, 429);
        return reply;
    }

    /** Of three times, in nanoseconds. */
    private static long median(Runnable work) {
        return Stream.generate(() -> {
                    long start = System.nanoTime();
                    work.run();
                    return System.nanoTime() - start;
                })
                .limit(3)
                .sorted()
                .toList()
                .get(1);
    }

    private static Reply post(String path, Map<String, ?> body) {
        return GATEWAY.post(path).from(Person.freshAddress()).json(body).send();
    }

    private static String freshName() {
        return "n" + UUID.randomUUID().toString().substring(0, 12);
    }
}
