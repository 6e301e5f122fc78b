package dev.assistant.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Leftovers;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import dev.assistant.api.harness.Surroundings;
import dev.assistant.api.harness.Visit;
import dev.assistant.testkit.function.FunctionSettings;
import dev.assistant.testkit.provider.Fault;
import dev.assistant.testkit.provider.StandInPerson;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in through Google and GitHub: what is refused, and what happens when the provider does not do its part. */
final class ProviderAttacksTest {
    private static final Gateway GATEWAY = new Gateway(Surroundings.fresh());

    private final StandInPerson ada =
            StandInPerson.of("a" + UUID.randomUUID().toString().substring(0, 12) + "@example.com");

    @ParameterizedTest
    @ValueSource(strings = {"google", "github"})
    void sends_people_away_with_a_state_a_challenge_and_our_own_address_to_come_back_to(String provider) {
        Visit visit = Visit.to(provider, GATEWAY);

        assertThat(visit.query("response_type")).isEqualTo("code");
        assertThat(visit.query("redirect_uri")).isEqualTo(FunctionSettings.OWN_ORIGIN + "/auth/callback/" + provider);
        assertThat(visit.query("code_challenge_method")).isEqualTo("S256");
        assertThat(visit.query("code_challenge")).hasSize(43);
        assertThat(visit.state()).hasSize(43);
        assertThat(visit.query("nonce")).hasSize(provider.equals("google") ? 43 : 0);
        assertThat(visit.authorization().toString()).doesNotContain(visit.cookie(), "local-secret");
    }

    @Test
    void keeps_the_browsers_part_where_scripts_and_other_sites_cannot_reach_it() {
        Reply started = GATEWAY.post("/auth/login/google").send();

        assertThat(started.cookieLine(Visit.COOKIE).orElseThrow())
                .contains("; Max-Age=600", "; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Strict");
        assertThat(started.body()).doesNotContain(started.cookie(Visit.COOKIE));
        assertThat(started.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void stores_nothing_that_would_let_its_reader_in() {
        Visit visit = Visit.to("google", GATEWAY);

        assertThat(Leftovers.of(GATEWAY.surroundings(), visit.state())).isEmpty();
        assertThat(Leftovers.of(GATEWAY.surroundings(), visit.cookie())).isEmpty();
    }

    @Test
    void takes_no_address_to_come_back_to_from_a_request() {
        Reply started = GATEWAY.post("/auth/login/google")
                .query("redirect_uri", "https://evil.example")
                .header("Host", "evil.example")
                .header("X-Forwarded-Host", "evil.example")
                .json(Map.of("redirect_uri", "https://evil.example", "return_to", "https://evil.example"))
                .send();

        assertThat(started.status()).isEqualTo(200);
        assertThat(started.body()).doesNotContain("evil");
    }

    @Test
    void lets_each_visit_end_once() {
        Visit visit = Visit.to("google", GATEWAY);
        assertThat(visit.back(visit.code(ada)).status()).isEqualTo(200);

        Reply replayed = visit.back(visit.code(ada));

        assertThat(replayed.status()).isEqualTo(422);
        assertThat(replayed.complaintFields()).containsExactly("state");
    }

    @Test
    void lets_nobody_end_a_visit_that_another_browser_began() {
        Visit attackers = Visit.to("google", GATEWAY);
        Visit victims = Visit.to("google", GATEWAY);
        String code = attackers.code(ada);

        Reply without = attackers.call(code).send();
        Reply withOwn =
                attackers.call(code).cookie(Visit.COOKIE, victims.cookie()).send();

        assertThat(without.status()).isEqualTo(422);
        assertThat(withOwn.status()).isEqualTo(422);
        assertThat(withOwn.cookieLine("__Host-access")).isEmpty();
        // Who began it can still end it: a state that leaked shuts nobody out.
        assertThat(attackers.back(code).status()).isEqualTo(200);
    }

    @Test
    void lets_no_visit_to_one_provider_end_at_another() {
        Visit google = Visit.to("google", GATEWAY);

        Reply mixedUp = new Visit(GATEWAY, "github", google.authorization(), google.cookie()).back(google.code(ada));

        assertThat(mixedUp.status()).isEqualTo(422);
    }

    @Test
    void takes_no_code_of_another_visit_though_the_state_is_right() {
        Visit attackers = Visit.to("github", GATEWAY);
        Visit victims = Visit.to("github", GATEWAY);

        Reply injected = victims.back(attackers.code(ada));

        assertThat(injected.status()).isEqualTo(422);
        assertThat(injected.complaintFields()).containsExactly("code");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"WRONG_NONCE", "WRONG_AUDIENCE", "WRONG_ISSUER", "EXPIRED_TOKEN", "FOREIGN_KEY", "UNSIGNED"})
    void believes_no_id_token_that_is_not_for_us_and_this_visit(Fault fault) {
        Visit visit = Visit.to("google", GATEWAY);

        Reply reply = visit.back(visit.code(ada, fault));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.text("/detail")).contains("does not hold");
        assertThat(Leftovers.of(GATEWAY.surroundings(), ada.email())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"google", "github"})
    void says_that_a_code_is_too_old_or_made_up(String provider) {
        Visit old = Visit.to(provider, GATEWAY);
        Visit invented = Visit.to(provider, GATEWAY);

        assertThat(old.back(old.code(ada, Fault.EXPIRED_CODE)).complaintFields())
                .containsExactly("code");
        assertThat(invented.back("made-up").complaintFields()).containsExactly("code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"google", "github"})
    void says_that_the_provider_is_broken_and_when_to_try_again(String provider) {
        for (Fault fault :
                new Fault[] {Fault.BROKEN, Fault.GARBLED, Fault.ENDLESS, Fault.STALLED, Fault.CLIENT_REFUSED}) {
            Visit visit = Visit.to(provider, GATEWAY);

            Reply reply = visit.back(visit.code(ada, fault));

            assertThat(reply.status()).as(fault.name()).isEqualTo(503);
            assertThat(Integer.parseInt(reply.header("Retry-After"))).isPositive();
            assertThat(reply.text("/detail")).contains("sign-in service of");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"google", "github"})
    void says_that_the_provider_cannot_be_reached(String provider) {
        Gateway cutOff = new Gateway(GATEWAY.surroundings()
                .with("OAUTH_GOOGLE_URL", "http://127.0.0.1:1")
                .with("OAUTH_GITHUB_URL", "http://127.0.0.1:1"));
        Visit visit = Visit.to(provider, cutOff);

        Reply reply = visit.back("code");

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).isNotEmpty();
    }

    @Test
    void says_that_github_was_not_allowed_to_tell_the_address() {
        Visit visit = Visit.to("github", GATEWAY);

        Reply reply = visit.back(visit.code(ada, Fault.NO_ADDRESS));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.text("/detail")).contains("does not tell us your mail address");
    }

    @Test
    void says_that_accounts_cannot_be_reached() {
        Gateway cutOff = new Gateway(GATEWAY.surroundings().with("AWS_ENDPOINT_URL_LAMBDA", "http://127.0.0.1:1"));
        Visit visit = Visit.to("google", cutOff);

        assertThat(visit.back(visit.code(ada)).status()).isEqualTo(503);
    }

    @Test
    void says_that_visits_cannot_be_noted() {
        Gateway cutOff = new Gateway(GATEWAY.surroundings().with("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:1"));

        Reply reply = cutOff.post("/auth/login/google").send();

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.cookieLine(Visit.COOKIE)).isEmpty();
    }

    @Test
    void does_nothing_for_pages_of_other_sites() {
        Reply reply = GATEWAY.post("/auth/login/google")
                .header("Sec-Fetch-Site", "cross-site")
                .header("Origin", "https://evil.example")
                .send();

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.cookieLine(Visit.COOKIE)).isEmpty();
    }

    @Test
    void names_the_half_of_a_return_that_is_missing_or_too_long() {
        assertThat(post(Map.of("code", "c")).complaintFields()).containsExactly("state");
        assertThat(post(Map.of("state", "s")).complaintFields()).containsExactly("code");
        assertThat(post(Map.of("code", "c".repeat(2_001), "state", "s")).complaintFields())
                .containsExactly("code");
        assertThat(post(Map.of("code", 7, "state", "s")).complaintFields()).containsExactly("code");
    }

    private static Reply post(Map<String, ?> body) {
        return GATEWAY.post("/auth/login/google")
                .from(Person.freshAddress())
                .json(body)
                .send();
    }
}
