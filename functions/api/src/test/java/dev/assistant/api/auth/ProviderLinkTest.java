package dev.assistant.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Call;
import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Leftovers;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Postbox;
import dev.assistant.api.harness.Reply;
import dev.assistant.api.harness.Surroundings;
import dev.assistant.api.harness.Visit;
import dev.assistant.testkit.provider.StandInPerson;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Linking Google and GitHub with an account that somebody is signed in to, and removing them. */
final class ProviderLinkTest {
    private static final Gateway GATEWAY = new Gateway(Surroundings.fresh());
    private static final String TICKET = "__Secure-link";

    private final StandInPerson elsewhere =
            StandInPerson.of("e" + UUID.randomUUID().toString().substring(0, 12) + "@example.com");
    private final Person ada = confirmed();

    @ParameterizedTest
    @ValueSource(strings = {"google", "github"})
    void links_whatever_the_address_is_at_the_provider_and_tells_the_owner(String provider) {
        Reply linked = link(ada, provider, elsewhere.unverified());

        assertThat(linked.status()).as(linked.body()).isEqualTo(204);
        assertThat(linked.cookieLine(TICKET).orElseThrow()).contains("Max-Age=0");
        assertThat(linked.cookieLine("__Host-access")).isEmpty();
        Reply ways = ada.get("/users/me/identities").send();
        assertThat(ways.json().at("/has_password").asBoolean()).isTrue();
        assertThat(ways.json().at("/items").findValuesAsString("provider")).containsExactly(provider);
        assertThat(ways.text("/items/0/linked_at")).isNotEmpty();
        assertThat(Visit.as(elsewhere, provider, GATEWAY).text("/user/id")).isEqualTo(ada.id());
        assertThat(Postbox.of(GATEWAY, ada.email()).stream().map(mail -> mail.subject()))
                .anyMatch(subject -> subject.startsWith("You can now sign in with"));
    }

    @Test
    void keeps_the_ticket_where_scripts_and_other_sites_cannot_reach_it() {
        Reply allowed = allow(ada, "google");

        assertThat(allowed.status()).isEqualTo(204);
        assertThat(allowed.cookieLine(TICKET).orElseThrow())
                .contains("; Max-Age=600", "; Path=/api/v1/auth/link;", "; Secure", "; HttpOnly", "; SameSite=Strict");
        assertThat(Leftovers.of(GATEWAY.surroundings(), allowed.cookie(TICKET))).isEmpty();
    }

    @Test
    void does_nothing_for_a_request_without_proof_of_intent() {
        Reply forged = ada.browse("POST", "/users/me/identities/google").send();
        Reply foreign = GATEWAY.post("/auth/link/google")
                .header("Sec-Fetch-Site", "cross-site")
                .header("Origin", "https://evil.example")
                .send();

        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.cookieLine(TICKET)).isEmpty();
        assertThat(foreign.status()).isEqualTo(403);
    }

    @Test
    void takes_no_ticket_of_another_session() {
        Person mallory = Person.signedUp(GATEWAY);
        Person adaElsewhere = Person.signedIn(GATEWAY, ada.email());
        String ticket = allow(ada, "google").cookie(TICKET);

        for (Person other : List.of(mallory, adaElsewhere)) {
            Visit visit = visit("google");
            Reply stolen = back(visit, visit.code(elsewhere), other.accessToken(), ticket);

            assertThat(stolen.status()).isEqualTo(403);
            assertThat(stolen.text("/detail")).contains("not begun in the session");
        }
        assertThat(providers(ada)).isEmpty();
        assertThat(providers(mallory)).isEmpty();
        // Whose it is can still use it: a ticket that leaked shuts nobody out.
        Visit own = visit("google");
        assertThat(back(own, own.code(elsewhere), ada.accessToken(), ticket).status())
                .isEqualTo(204);
    }

    @Test
    void takes_a_ticket_once_and_for_its_provider_only() {
        String ticket = allow(ada, "google").cookie(TICKET);
        Visit github = visit("github");
        assertThat(back(github, github.code(elsewhere), ada.accessToken(), ticket)
                        .status())
                .isEqualTo(403);
        Visit google = visit("google");
        assertThat(back(google, google.code(elsewhere), ada.accessToken(), ticket)
                        .status())
                .isEqualTo(204);
        remove(ada, "google");

        Visit again = visit("google");
        Reply replayed = back(again, again.code(elsewhere), ada.accessToken(), ticket);

        assertThat(replayed.status()).isEqualTo(403);
        assertThat(providers(ada)).isEmpty();
    }

    @Test
    void takes_no_ticket_that_has_expired_or_was_replaced() {
        String replaced = allow(ada, "google").cookie(TICKET);
        String expired = allow(ada, "google").cookie(TICKET);
        GATEWAY.surroundings()
                .sql("update link_tickets set expires_at = now() - interval '1 second' where user_id = '" + ada.id()
                        + "'");

        for (String ticket : List.of(replaced, expired, "made-up", "")) {
            Visit visit = visit("google");
            assertThat(back(visit, visit.code(elsewhere), ada.accessToken(), ticket)
                            .status())
                    .isEqualTo(403);
        }
        assertThat(providers(ada)).isEmpty();
    }

    @Test
    void uses_no_visit_up_for_a_browser_whose_access_token_has_ended() {
        String ticket = allow(ada, "google").cookie(TICKET);
        Visit visit = visit("google");
        String code = visit.code(elsewhere);

        Reply without = call(visit, code)
                .cookie(Visit.COOKIE, visit.cookie())
                .cookie(TICKET, ticket)
                .send();

        assertThat(without.status()).isEqualTo(401);
        assertThat(back(visit, code, ada.accessToken(), ticket).status()).isEqualTo(204);
    }

    @Test
    void links_nothing_in_a_session_that_has_ended() {
        String ticket = allow(ada, "google").cookie(TICKET);
        ada.post("/auth/logout").send();

        Visit visit = visit("google");
        assertThat(back(visit, visit.code(elsewhere), ada.accessToken(), ticket).status())
                .isEqualTo(401);
    }

    @Test
    void lets_no_visit_end_as_something_else() {
        Visit toLink = visit("google");
        Visit toSignIn = Visit.to("google", GATEWAY);
        String ticket = allow(ada, "google").cookie(TICKET);

        Reply signedIn = toLink.back(toLink.code(elsewhere));
        Reply linked = back(toSignIn, toSignIn.code(elsewhere), ada.accessToken(), ticket);

        assertThat(signedIn.status()).isEqualTo(422);
        assertThat(signedIn.cookieLine("__Host-access")).isEmpty();
        assertThat(linked.status()).isEqualTo(422);
        assertThat(providers(ada)).isEmpty();
    }

    @Test
    void takes_an_identity_from_nobody() {
        String owner = Visit.as(elsewhere, "google", GATEWAY).text("/user/id");

        Reply taken = link(ada, "google", elsewhere);

        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.text("/detail")).contains("linked with another account here");
        assertThat(providers(ada)).isEmpty();
        assertThat(Visit.as(elsewhere, "google", GATEWAY).text("/user/id")).isEqualTo(owner);
    }

    @Test
    void links_one_account_of_each_provider() {
        link(ada, "google", elsewhere);

        Reply second = allow(ada, "google");

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("/detail")).contains("Remove it first");
    }

    @Test
    void lets_nobody_keep_a_way_into_an_account_whose_address_is_not_confirmed() {
        Person mallory = Person.registered(GATEWAY);

        Reply refused = allow(mallory, "google");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("/detail")).contains("Confirm your mail address");
        assertThat(refused.cookieLine(TICKET)).isEmpty();
    }

    @Test
    void removes_a_provider_and_tells_the_owner() {
        link(ada, "google", elsewhere);
        link(ada, "github", elsewhere);

        assertThat(remove(ada, "google").status()).isEqualTo(204);

        assertThat(providers(ada)).containsExactly("github");
        assertThat(remove(ada, "google").status()).isEqualTo(404);
        assertThat(Visit.as(elsewhere, "google", GATEWAY).text("/user/id")).isNotEqualTo(ada.id());
        assertThat(Postbox.of(GATEWAY, ada.email()).stream().map(mail -> mail.subject()))
                .anyMatch(subject -> subject.startsWith("You can no longer sign in with Google"));
    }

    @Test
    void keeps_the_last_way_into_an_account() {
        Reply signedIn = Visit.as(elsewhere, "google", GATEWAY);
        String token = signedIn.text("/access_token");

        Reply refused = GATEWAY.call("DELETE", "/users/me/identities/google")
                .bearer(token)
                .send();

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/detail")).contains("only way into your account", "Choose a password");
        Reply ways = GATEWAY.get("/users/me/identities").bearer(token).send();
        assertThat(ways.json().at("/has_password").asBoolean()).isFalse();
        assertThat(ways.json().at("/items").findValuesAsString("provider")).containsExactly("google");
    }

    @Test
    void knows_no_other_provider() {
        assertThat(allow(ada, "gitlab").status()).isEqualTo(404);
        assertThat(remove(ada, "gitlab").status()).isEqualTo(404);
        assertThat(GATEWAY.post("/auth/link/gitlab")
                        .from(Person.freshAddress())
                        .send()
                        .status())
                .isEqualTo(404);
    }

    private static Person confirmed() {
        Person person = Person.signedUp(GATEWAY);
        GATEWAY.surroundings().sql("update users set email_verified = true where id = '" + person.id() + "'");
        return person;
    }

    private static Reply allow(Person person, String provider) {
        return person.browse("POST", "/users/me/identities/" + provider)
                .header("X-CSRF-Token", person.csrf())
                .send();
    }

    private static Reply remove(Person person, String provider) {
        return person.call("DELETE", "/users/me/identities/" + provider).send();
    }

    private static List<String> providers(Person person) {
        return person.get("/users/me/identities").send().json().at("/items").findValuesAsString("provider");
    }

    /** Asks, goes there as somebody and comes back. */
    private static Reply link(Person person, String provider, StandInPerson as) {
        String ticket = allow(person, provider).cookie(TICKET);
        Visit visit = visit(provider);
        return back(visit, visit.code(as), person.accessToken(), ticket);
    }

    private static Visit visit(String provider) {
        Reply started = GATEWAY.post("/auth/link/" + provider)
                .from(Person.freshAddress())
                .send();
        return new Visit(
                GATEWAY, provider, URI.create(started.text("/authorization_url")), started.cookie(Visit.COOKIE));
    }

    private static Reply back(Visit visit, String code, String accessToken, String ticket) {
        return call(visit, code)
                .cookie(Visit.COOKIE, visit.cookie())
                .cookie("__Host-access", accessToken)
                .cookie(TICKET, ticket)
                .send();
    }

    private static Call call(Visit visit, String code) {
        return GATEWAY.post("/auth/link/" + visit.provider())
                .from(Person.freshAddress())
                .json(Map.of("code", code, "state", visit.state()));
    }
}
