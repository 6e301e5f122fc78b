package dev.assistant.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Call;
import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Postbox;
import dev.assistant.api.harness.Reply;
import dev.assistant.api.harness.Surroundings;
import dev.assistant.testkit.engine.MailEngine;
import dev.assistant.testkit.function.FunctionSettings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Verifying an address and resetting a password, from the request over the mail to the effect. */
final class MailedTokensTest {
    private static final String OTHER_PASSWORD = "Another-horse-8";

    private static final AtomicInteger CLIENTS = new AtomicInteger();

    private static Gateway gateway;

    @BeforeAll
    static void start() {
        gateway = new Gateway(Surroundings.fresh());
    }

    @Test
    void mails_a_new_account_a_link_that_verifies_its_address_once() {
        Person ada = Person.registered(gateway);
        assertThat(ada.get("/users/me").send().json().path("email_verified").asBoolean())
                .isFalse();
        MailEngine.Sent mail = Postbox.of(gateway, ada.email()).getFirst();
        assertThat(mail.subject()).contains("Confirm your mail address");
        assertThat(mail.text()).contains(FunctionSettings.OWN_ORIGIN + "/verify-email#token=");
        String token = Postbox.token(gateway, ada.email());

        Reply first = verify(token);
        Reply second = verify(token);

        assertThat(first.status()).isEqualTo(204);
        assertThat(ada.get("/users/me").send().json().path("email_verified").asBoolean())
                .isTrue();
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.complaintFields()).containsExactly("token");
    }

    @Test
    void refuses_tokens_that_were_never_mailed_or_are_for_something_else() {
        Person ada = Person.registered(gateway);
        forgot(ada.email());
        String reset = Postbox.token(gateway, ada.email());

        assertThat(verify("c2FtcGxl").status()).isEqualTo(422);
        assertThat(verify(reset).status()).isEqualTo(422);
        assertThat(reset(reset, OTHER_PASSWORD).status()).isEqualTo(204);
    }

    @Test
    void makes_earlier_links_useless_when_another_mail_is_sent() {
        Person ada = Person.registered(gateway);
        String first = Postbox.token(gateway, ada.email());

        assertThat(resend(ada.email()).status()).isEqualTo(202);
        String second = Postbox.token(gateway, ada.email());

        assertThat(second).isNotEqualTo(first);
        assertThat(verify(first).status()).isEqualTo(422);
        assertThat(verify(second).status()).isEqualTo(204);
    }

    @Test
    void sends_no_second_mail_once_the_address_is_verified() {
        Person ada = Person.registered(gateway);
        verify(Postbox.token(gateway, ada.email()));

        assertThat(resend(ada.email()).status()).isEqualTo(202);

        assertThat(Postbox.of(gateway, ada.email())).hasSize(1);
    }

    @Test
    void answers_alike_whether_or_not_an_address_has_an_account() {
        Person ada = Person.registered(gateway);
        String nobody = "nobody-" + UUID.randomUUID() + "@example.com";

        for (String path : List.of("/auth/forgot-password", "/auth/resend-verification")) {
            Reply known = ask(path, ada.email());
            Reply unknown = ask(path, nobody);

            assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(202);
            assertThat(unknown.body()).isEqualTo(known.body()).isEmpty();
        }
        assertThat(Postbox.of(gateway, nobody)).isEmpty();
    }

    @Test
    void resets_a_forgotten_password_and_ends_all_sessions() {
        Person ada = Person.registered(gateway);
        assertThat(forgot(ada.email().toUpperCase(Locale.ROOT)).status()).isEqualTo(202);

        Reply done = reset(Postbox.token(gateway, ada.email()), OTHER_PASSWORD);

        assertThat(done.status()).isEqualTo(204);
        assertThat(ada.get("/users/me").send().status()).isEqualTo(401);
        assertThat(refresh(ada.refreshToken()).status()).isEqualTo(401);
        assertThat(login(ada.email(), Person.PASSWORD).status()).isEqualTo(401);
        Reply signedIn = login(ada.email(), OTHER_PASSWORD);
        assertThat(signedIn.status()).isEqualTo(200);
        assertThat(signedIn.json().at("/user/email_verified").asBoolean()).isTrue();
        assertThat(Postbox.of(gateway, ada.email()).getLast().subject()).contains("Your password was changed");
    }

    @Test
    void lets_a_reset_token_be_tried_again_after_a_password_that_may_not_be_chosen() {
        Person ada = Person.registered(gateway);
        forgot(ada.email());
        String token = Postbox.token(gateway, ada.email());

        Reply weak = reset(token, "short");

        assertThat(weak.status()).isEqualTo(422);
        assertThat(weak.complaintFields()).containsExactly("password");
        assertThat(reset(token, OTHER_PASSWORD).status()).isEqualTo(204);
        assertThat(reset(token, "Third-horse-9").status()).isEqualTo(422);
    }

    @Test
    void lets_somebody_in_who_locked_themselves_out_before_the_reset() {
        Person ada = Person.registered(gateway);
        for (int attempt = 0; attempt < 6; attempt++) {
            login(ada.email(), "Wrong-horse-1").status();
        }
        assertThat(login(ada.email(), Person.PASSWORD).status()).isEqualTo(429);
        forgot(ada.email());

        reset(Postbox.token(gateway, ada.email()), OTHER_PASSWORD);

        assertThat(login(ada.email(), OTHER_PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void stops_mailing_an_address_after_five_mails_an_hour_whether_or_not_it_has_an_account() {
        String known = Person.registered(gateway).email();
        for (String email : List.of(known, "nobody-" + UUID.randomUUID() + "@example.com")) {
            for (int mail = 0; mail < 5; mail++) {
                assertThat(forgot(email).status()).isEqualTo(202);
            }

            Reply refused = forgot(email);

            assertThat(refused.status()).isEqualTo(429);
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 3600);
        }
        assertThat(Postbox.of(gateway, known)).hasSize(6);
    }

    @Test
    void says_what_is_wrong_with_a_request_for_a_mail() {
        Reply reply = ask("/auth/forgot-password", "not an address");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.complaintFields()).containsExactly("email");
    }

    @Test
    void signs_nobody_in_with_an_unverified_address_where_that_is_required() {
        Gateway strict = new Gateway(gateway.surroundings().with("REQUIRE_VERIFIED_EMAIL", "true"));
        Person ada = Person.registered(gateway);

        Map<String, String> credentials = Map.of("email", ada.email(), "password", Person.PASSWORD);
        Reply refused = strict.post("/auth/login").json(credentials).send();
        Reply refreshed = strict.post("/auth/refresh")
                .json(Map.of("refresh_token", ada.refreshToken()))
                .send();
        Reply review = strict.post("/code-review")
                .bearer(ada.accessToken())
                .json(Map.of("code", "x = 1", "language", "python"))
                .send();

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("/detail")).contains("Confirm your mail address");
        assertThat(refreshed.status()).isEqualTo(403);
        assertThat(review.status()).isEqualTo(403);
        verify(Postbox.token(gateway, ada.email()));
        assertThat(strict.post("/auth/login").json(credentials).send().status()).isEqualTo(200);
        assertThat(strict.post("/code-review")
                        .bearer(ada.accessToken())
                        .json(Map.of("code", "x = 1", "language", "python"))
                        .send()
                        .status())
                .isEqualTo(202);
    }

    @Test
    void drops_messages_that_are_no_mails_and_keeps_those_that_the_mail_service_is_too_busy_for() {
        var answer = gateway.function("mail")
                .invoke(Map.of(
                        "Records",
                        List.of(
                                message("nonsense", "{}"),
                                message("refused", passwordChanged("refused@example.com")),
                                message("busy", passwordChanged("busy@example.com")))));

        assertThat(answer.path("batchItemFailures")).hasSize(1);
        assertThat(answer.at("/batchItemFailures/0/itemIdentifier").asString()).isEqualTo("busy");
    }

    private static Map<String, String> message(String id, String body) {
        return Map.of("messageId", id, "body", body, "eventSource", "aws:sqs");
    }

    private static String passwordChanged(String to) {
        return "{\"kind\":\"password_changed\",\"to\":\"" + to + "\",\"username\":\"ada\"}";
    }

    private static Reply verify(String token) {
        return call("/auth/verify-email", Map.of("token", token)).send();
    }

    private static Reply resend(String email) {
        return ask("/auth/resend-verification", email);
    }

    private static Reply forgot(String email) {
        return ask("/auth/forgot-password", email);
    }

    private static Reply ask(String path, String email) {
        return call(path, Map.of("email", email)).send();
    }

    private static Reply reset(String token, String password) {
        return call("/auth/reset-password", Map.of("token", token, "password", password))
                .send();
    }

    private static Reply login(String email, String password) {
        return call("/auth/login", Map.of("email", email, "password", password)).send();
    }

    private static Reply refresh(String token) {
        return call("/auth/refresh", Map.of("refresh_token", token)).send();
    }

    /** From a network address of its own, so that no limit but the account's is met. */
    private static Call call(String path, Map<String, String> body) {
        return gateway.post(path).json(body).from("2001:db8:" + Integer.toHexString(CLIENTS.incrementAndGet()) + "::1");
    }
}
