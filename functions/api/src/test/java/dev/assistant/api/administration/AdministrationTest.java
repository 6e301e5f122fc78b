package dev.assistant.api.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import dev.assistant.api.harness.Surroundings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What administrators can do to others, and others cannot. */
final class AdministrationTest {
    private static final Gateway GATEWAY = new Gateway(Surroundings.fresh());

    private final Person ada = Person.signedUp(GATEWAY);
    private final Person root = Person.administrator(GATEWAY);

    @Test
    void finds_accounts_by_a_part_of_their_address_or_name_whatever_its_case() {
        ada.call("PATCH", "/users/me")
                .json(Map.of("full_name", "Ada_Lovelace 100%"))
                .send();
        String part = ada.email().substring(1, ada.email().indexOf('@')).toUpperCase(Locale.ROOT);

        Reply byAddress = root.get("/admin/users").query("q", part).send();
        Reply byName = root.get("/admin/users").query("q", "lovelace 100%").send();
        Reply none = root.get("/admin/users").query("q", "ada?lovelace").send();

        assertThat(byAddress.json().path("items")).hasSize(1);
        assertThat(byAddress.text("/items/0/id")).isEqualTo(ada.id());
        assertThat(byName.text("/items/0/full_name")).isEqualTo("Ada_Lovelace 100%");
        assertThat(none.json().path("items")).isEmpty();
        assertThat(byAddress.body()).doesNotContain("password");
    }

    @Test
    void lists_all_accounts_in_pages_without_gap_or_repetition() {
        Person second = Person.signedUp(GATEWAY);
        Reply first = root.get("/admin/users").query("limit", "1").send();
        Reply next = root.get("/admin/users")
                .query("limit", "1")
                .query("cursor", first.text("/next_cursor"))
                .send();

        assertThat(first.text("/items/0/id")).isEqualTo(second.id());
        assertThat(next.text("/items/0/id")).isEqualTo(root.id());
    }

    @Test
    void closes_an_account_at_once_and_opens_it_again_with_all_that_it_owns() {
        String key = ada.post("/users/me/api-keys")
                .json(Map.of("name", "CI", "scopes", List.of("read")))
                .send()
                .text("/key");

        Reply closed = switchTo(ada.id(), false);

        assertThat(closed.json().path("active").asBoolean()).isFalse();
        assertThat(ada.get("/users/me").send().status()).isEqualTo(401);
        assertThat(GATEWAY.get("/users/me").header("X-API-Key", key).send().status())
                .isEqualTo(401);
        assertThat(signIn(ada).status()).isEqualTo(401);
        assertThat(switchTo(ada.id(), true).json().path("active").asBoolean()).isTrue();
        assertThat(signIn(ada).status()).isEqualTo(200);
        assertThat(GATEWAY.get("/users/me").header("X-API-Key", key).send().status())
                .isEqualTo(200);
    }

    @Test
    void nobody_closes_their_own_account_or_one_that_is_not_there() {
        assertThat(switchTo(root.id(), false).status()).isEqualTo(409);
        assertThat(root.get("/users/me").send().status()).isEqualTo(200);
        for (String id : new String[] {UUID.randomUUID().toString(), "nonsense"}) {
            assertThat(switchTo(id, false).status()).isEqualTo(404);
            assertThat(quota(id, 1, 1.5).status()).isEqualTo(404);
        }
    }

    @Test
    void a_submission_over_the_quota_is_told_what_is_left_and_when_it_renews() {
        assertThat(quota(ada.id(), 1, null).json().at("/quota/reviews_per_day").asInt())
                .isEqualTo(1);
        Reply first = submit();

        Reply refused = submit();

        assertThat(first.status()).isEqualTo(202);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("/type")).isEqualTo("/problems/quota-used-up");
        assertThat(refused.text("/quota/quota")).isEqualTo("reviews_per_day");
        assertThat(refused.json().at("/quota/remaining").asInt()).isZero();
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 86_400);
        JsonNode shown = ada.get("/users/me/quota").send().json();
        assertThat(shown.at("/reviews_per_day/used").asInt()).isEqualTo(1);
        assertThat(shown.at("/reviews_per_day/remaining").asInt()).isZero();
        assertThat(shown.at("/reviews_per_day/renews_at").asString())
                .isEqualTo(refused.text("/quota/renews_at"))
                .endsWith("T00:00:00Z");
        assertThat(shown.at("/usd_per_month/limit").isNull()).isTrue();
        quota(ada.id(), null, null);
        assertThat(submit().status()).isEqualTo(202);
    }

    @Test
    void quotas_that_make_no_sense_are_refused_by_field() {
        assertThat(quota(ada.id(), -1, -0.5).complaintFields()).containsExactly("reviews_per_day", "usd_per_month");
        assertThat(put("{\"reviews_per_day\": 1.5, \"usd_per_month\": \"5\"}").complaintFields())
                .containsExactly("reviews_per_day", "usd_per_month");
        assertThat(put("{\"reviews_per_day\": 1e9}").complaintFields()).contains("reviews_per_day", "usd_per_month");
        assertThat(put("{\"reviews_per_day\": null, \"usd_per_month\": 1e9999}").complaintFields())
                .containsExactly("usd_per_month");
        assertThat(ada.get("/users/me/quota")
                        .send()
                        .json()
                        .at("/reviews_per_day/limit")
                        .isNull())
                .isTrue();
    }

    @Test
    void sees_what_everybody_used_in_a_month_in_pages() {
        submit();
        Person second = Person.signedUp(GATEWAY);
        second.post("/code-review").json(Map.of("code", "y = 2\n")).send();
        quota(ada.id(), null, 7.5);

        Reply page = root.get("/admin/spending").query("limit", "1").send();
        List<JsonNode> items =
                new ArrayList<>(page.json().path("items").valueStream().toList());
        while (page.json().path("next_cursor").isString()) {
            page = root.get("/admin/spending")
                    .query("limit", "1")
                    .query("cursor", page.text("/next_cursor"))
                    .send();
            items.addAll(page.json().path("items").valueStream().toList());
        }

        assertThat(items)
                .extracting(item -> item.path("user_id").asString())
                .doesNotHaveDuplicates()
                .contains(ada.id(), second.id())
                .doesNotContain(root.id());
        assertThat(items)
                .filteredOn(item -> item.path("user_id").asString().equals(ada.id()))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.path("email").asString()).isEqualTo(ada.email());
                    assertThat(item.path("jobs").asInt()).isEqualTo(1);
                    assertThat(item.path("cost_usd").decimalValue()).isZero();
                    assertThat(item.path("usd_per_month").asDouble()).isEqualTo(7.5);
                });
        Reply past = root.get("/admin/spending").query("month", "1999-12").send();
        assertThat(past.text("/month")).isEqualTo("1999-12");
        assertThat(past.json().path("items")).isEmpty();
        assertThat(past.json().path("total_usd").decimalValue()).isZero();
        assertThat(root.get("/admin/spending").query("month", "2026-13").send().complaintFields())
                .containsExactly("month");
    }

    @Test
    void the_first_administrator_is_made_by_invoking_the_function_that_migrates() {
        JsonNode answer = GATEWAY.function("migrate").invoke(Map.of("administrator", ada.email()));

        assertThat(answer.path("promoted").asBoolean()).isTrue();
        assertThat(Person.signedIn(GATEWAY, ada.email())
                        .get("/admin/users")
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(GATEWAY.function("migrate").invoke(Map.of()).has("promoted")).isFalse();
    }

    @Test
    void whoever_is_no_administrator_may_do_none_of_this() {
        assertThat(ada.get("/admin/users").send().status()).isEqualTo(403);
        assertThat(ada.get("/admin/spending").send().status()).isEqualTo(403);
        assertThat(ada.call("PATCH", "/admin/users/" + root.id())
                        .json(Map.of("active", false))
                        .send()
                        .status())
                .isEqualTo(403);
        String key = root.post("/users/me/api-keys")
                .json(Map.of("name", "CI", "scopes", List.of("read", "write", "execute")))
                .send()
                .text("/key");
        assertThat(GATEWAY.get("/admin/users").header("X-API-Key", key).send().status())
                .isEqualTo(403);
    }

    private Reply switchTo(String id, boolean active) {
        return root.call("PATCH", "/admin/users/" + id)
                .json(Map.of("active", active))
                .send();
    }

    private Reply quota(String id, @Nullable Integer reviews, @Nullable Double usd) {
        Map<String, @Nullable Object> quota = new HashMap<>();
        quota.put("reviews_per_day", reviews);
        quota.put("usd_per_month", usd);
        return root.call("PUT", "/admin/users/" + id + "/quota").json(quota).send();
    }

    private Reply put(String json) {
        return root.call("PUT", "/admin/users/" + ada.id() + "/quota")
                .text("application/json", json)
                .send();
    }

    private Reply submit() {
        return ada.post("/code-review").json(Map.of("code", "x = 1\n")).send();
    }

    private static Reply signIn(Person person) {
        return GATEWAY.post("/auth/login")
                .from(Person.freshAddress())
                .json(Map.of("email", person.email(), "password", Person.PASSWORD))
                .send();
    }
}
