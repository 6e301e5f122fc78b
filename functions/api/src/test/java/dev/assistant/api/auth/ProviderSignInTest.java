package dev.assistant.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Leftovers;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Postbox;
import dev.assistant.api.harness.Reply;
import dev.assistant.api.harness.Surroundings;
import dev.assistant.api.harness.Visit;
import dev.assistant.testkit.engine.Engines;
import dev.assistant.testkit.provider.StandInPerson;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in through Google and GitHub: whose account it is. */
final class ProviderSignInTest {
    private static final Gateway GATEWAY = new Gateway(Surroundings.fresh());
    private static final String OTHER_PASSWORD = "Another-horse-8";

    @Test
    void tells_which_providers_there_are() {
        Reply reply = GATEWAY.get("/auth/providers").send();

        assertThat(reply.json().at("/items").findValuesAsString("name")).containsExactly("google", "github");
        assertThat(reply.json().at("/items").findValuesAsString("label")).containsExactly("Google", "GitHub");
    }

    @Test
    void offers_only_providers_with_whom_something_was_agreed() {
        Gateway without = new Gateway(GATEWAY.surroundings().without("OAUTH_GOOGLE_CLIENT_ID"));

        assertThat(without.get("/auth/providers").send().json().at("/items").findValuesAsString("name"))
                .containsExactly("github");
        Reply reply = without.post("/auth/login/google").send();
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.text("/detail")).contains("Signing in with Google is not set up here");
        assertThat(without.post("/auth/login/google")
                        .json(Map.of("code", "c", "state", "s"))
                        .send()
                        .status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"google", "github"})
    void makes_an_account_with_a_verified_address_and_signs_in(String provider) {
        StandInPerson ada = somebody();

        Reply reply = Visit.as(ada, provider, GATEWAY);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/user/email")).isEqualTo(ada.email());
        assertThat(reply.text("/user/username")).isEqualTo(ada.login());
        assertThat(reply.json().at("/user/email_verified").asBoolean()).isTrue();
        assertThat(reply.cookie("__Host-access")).isEqualTo(reply.text("/access_token"));
        assertThat(reply.cookieLine("__Secure-refresh")).isPresent();
        assertThat(reply.cookieLine(Visit.COOKIE).orElseThrow()).contains("Max-Age=0");
        assertThat(me(reply).text("/id")).isEqualTo(reply.text("/user/id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"google", "github"})
    void finds_the_account_again_though_address_and_name_have_changed_at_the_provider(String provider) {
        StandInPerson ada = somebody();
        Reply first = Visit.as(ada, provider, GATEWAY);

        Reply second =
                Visit.as(ada.movedTo("moved-" + ada.email()).called("renamed").unverified(), provider, GATEWAY);

        assertThat(second.text("/user/id")).isEqualTo(first.text("/user/id"));
        assertThat(second.text("/user/email")).isEqualTo(ada.email());
    }

    @Test
    void gives_a_free_username_where_the_wanted_one_is_taken() {
        StandInPerson ada = somebody();
        Visit.as(ada, "github", GATEWAY);

        Reply other = Visit.as(somebody().called(ada.login()), "github", GATEWAY);
        Reply odd = Visit.as(somebody().called("ж é"), "github", GATEWAY);

        assertThat(other.text("/user/username")).matches(ada.login() + "-[0-9a-f]{6}");
        assertThat(odd.text("/user/username")).startsWith("user-e");
    }

    @Test
    void refuses_passwords_for_an_account_without_one_as_it_refuses_wrong_ones() {
        StandInPerson ada = somebody();
        Visit.as(ada, "google", GATEWAY);
        Person bob = Person.registered(GATEWAY);

        Reply without = login(ada.email(), Person.PASSWORD);
        Reply wrong = login(bob.email(), "Wrong-horse-1");

        assertThat(without.status()).isEqualTo(401);
        assertThat(without.text("/detail")).isEqualTo(wrong.text("/detail"));
    }

    @Test
    void lets_an_account_without_a_password_choose_one_by_mail() {
        StandInPerson ada = somebody();
        Reply signedIn = Visit.as(ada, "google", GATEWAY);

        forgot(ada.email());
        assertThat(reset(Postbox.token(GATEWAY, ada.email())).status()).isEqualTo(204);

        assertThat(login(ada.email(), OTHER_PASSWORD).text("/user/id")).isEqualTo(signedIn.text("/user/id"));
        assertThat(Visit.as(ada, "google", GATEWAY).text("/user/id")).isEqualTo(signedIn.text("/user/id"));
    }

    @Test
    void links_an_account_whose_address_both_sides_have_verified_and_tells_its_owner() {
        Person ada = Person.registered(GATEWAY);
        verify(ada);

        Reply google = Visit.as(StandInPerson.of(ada.email()), "google", GATEWAY);
        Reply github = Visit.as(StandInPerson.of(ada.email()), "github", GATEWAY);

        assertThat(google.text("/user/id")).isEqualTo(ada.id());
        assertThat(github.text("/user/id")).isEqualTo(ada.id());
        assertThat(login(ada.email(), Person.PASSWORD).status()).isEqualTo(200);
        assertThat(Postbox.of(GATEWAY, ada.email()).stream().map(mail -> mail.subject()))
                .anyMatch(subject -> subject.startsWith("You can now sign in with Google"))
                .anyMatch(subject -> subject.startsWith("You can now sign in with GitHub"));
    }

    @Test
    void joins_nobody_to_an_account_whose_address_was_never_confirmed() {
        Person mallory = Person.registered(GATEWAY); // with an address that she does not read
        StandInPerson victim = StandInPerson.of(mallory.email());

        Reply refused = Visit.as(victim, "google", GATEWAY);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/detail")).contains("nobody has confirmed the address");
        assertThat(refused.cookieLine("__Host-access")).isEmpty();
        assertThat(identities(mallory.id())).isZero();
    }

    @Test
    void puts_whoever_took_an_address_first_out_before_its_owner_comes_in() {
        Person mallory = Person.registered(GATEWAY);
        StandInPerson victim = StandInPerson.of(mallory.email());
        String key = mallory.call("POST", "/users/me/api-keys")
                .json(Map.of("name", "for later", "scopes", List.of("read", "write")))
                .send()
                .text("/key");
        assertThat(withKey(key).status()).isEqualTo(200);

        forgot(victim.email());
        assertThat(reset(Postbox.token(GATEWAY, victim.email())).status()).isEqualTo(204);
        Reply in = Visit.as(victim, "google", GATEWAY);

        assertThat(in.status()).isEqualTo(200);
        assertThat(mallory.get("/users/me").send().status()).isEqualTo(401);
        assertThat(GATEWAY.post("/auth/refresh")
                        .json(Map.of("refresh_token", mallory.refreshToken()))
                        .send()
                        .status())
                .isEqualTo(401);
        assertThat(login(mallory.email(), Person.PASSWORD).status()).isEqualTo(401);
        assertThat(withKey(key).status()).isEqualTo(401);
    }

    @Test
    void keeps_the_api_keys_of_a_confirmed_account_through_a_reset() {
        Person ada = Person.registered(GATEWAY);
        verify(ada);
        String key = ada.call("POST", "/users/me/api-keys")
                .json(Map.of("name", "pipeline", "scopes", List.of("read")))
                .send()
                .text("/key");

        forgot(ada.email());
        reset(Postbox.token(GATEWAY, ada.email()));

        assertThat(withKey(key).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"google", "github"})
    void believes_no_address_that_the_provider_has_not_verified(String provider) {
        Person ada = Person.registered(GATEWAY);
        verify(ada);

        Reply taken = Visit.as(StandInPerson.of(ada.email()).unverified(), provider, GATEWAY);
        Reply free = Visit.as(somebody().unverified(), provider, GATEWAY);

        assertThat(taken.status()).isEqualTo(403);
        assertThat(taken.text("/detail")).contains("has not verified your mail address");
        assertThat(free.status()).isEqualTo(403);
        assertThat(identities(ada.id())).isZero();
    }

    @Test
    void lets_in_no_second_person_with_the_same_address_at_the_same_provider() {
        StandInPerson ada = somebody();
        Visit.as(ada, "google", GATEWAY);
        StandInPerson other = new StandInPerson("7" + ada.subject(), ada.email(), true, "other", "Other");

        Reply refused = Visit.as(other, "google", GATEWAY);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/detail")).contains("another Google account");
    }

    @Test
    void lets_nobody_into_a_closed_account() {
        StandInPerson ada = somebody();
        String id = Visit.as(ada, "google", GATEWAY).text("/user/id");
        GATEWAY.surroundings().sql("update users set is_active = false where id = '" + id + "'");

        assertThat(Visit.as(ada, "google", GATEWAY).status()).isEqualTo(403);
        assertThat(Visit.as(ada, "github", GATEWAY).status()).isEqualTo(403);
    }

    @Test
    void forgets_who_somebody_is_elsewhere_when_they_delete_their_account() {
        StandInPerson ada = somebody();
        Reply first = Visit.as(ada, "google", GATEWAY);

        Reply deleted = GATEWAY.call("DELETE", "/users/me")
                .bearer(first.text("/access_token"))
                .send();

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(Leftovers.of(GATEWAY.surroundings(), ada.subject())).isEmpty();
        Reply again = Visit.as(ada, "google", GATEWAY);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("/user/id")).isNotEqualTo(first.text("/user/id"));
    }

    @Test
    void goes_on_when_the_provider_signs_with_another_key() {
        assertThat(Visit.as(somebody(), "google", GATEWAY).status()).isEqualTo(200);

        Engines.identityProvider().rotateKeys();

        assertThat(Visit.as(somebody(), "google", GATEWAY).status()).isEqualTo(200);
    }

    private static StandInPerson somebody() {
        return StandInPerson.of("p" + UUID.randomUUID().toString().substring(0, 12) + "@example.com");
    }

    private static Reply me(Reply signedIn) {
        return GATEWAY.get("/users/me").bearer(signedIn.text("/access_token")).send();
    }

    private static Reply withKey(String key) {
        return GATEWAY.get("/users/me").header("X-API-Key", key).send();
    }

    private static void verify(Person person) {
        Reply reply = GATEWAY.post("/auth/verify-email")
                .from(Person.freshAddress())
                .json(Map.of("token", Postbox.token(GATEWAY, person.email())))
                .send();
        assertThat(reply.status()).isEqualTo(204);
    }

    private static long identities(String user) {
        return Leftovers.of(GATEWAY.surroundings(), user).stream()
                .filter("identities"::equals)
                .count();
    }

    private static Reply login(String email, String password) {
        return GATEWAY.post("/auth/login")
                .from(Person.freshAddress())
                .json(Map.of("email", email, "password", password))
                .send();
    }

    private static void forgot(String email) {
        assertThat(GATEWAY.post("/auth/forgot-password")
                        .from(Person.freshAddress())
                        .json(Map.of("email", email))
                        .send()
                        .status())
                .isEqualTo(202);
    }

    private static Reply reset(String token) {
        return GATEWAY.post("/auth/reset-password")
                .from(Person.freshAddress())
                .json(Map.of("token", token, "password", OTHER_PASSWORD))
                .send();
    }
}
