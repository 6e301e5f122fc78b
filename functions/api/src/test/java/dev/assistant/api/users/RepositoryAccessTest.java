package dev.assistant.api.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Leftovers;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People's own access to repositories. */
final class RepositoryAccessTest {
    private static final String PATH = "/users/me/repository-access";
    private static final String TOKEN = "github_pat_" + "ofAda123".repeat(8);

    private final Person ada = Person.signedUp(Gateway.shared());

    @Test
    void is_none_until_it_is_given_and_again_once_it_is_withdrawn() {
        assertThat(ada.get(PATH).send().json().path("granted").asBoolean()).isFalse();

        Reply given = put(TOKEN);

        assertThat(given.status()).as(given.body()).isEqualTo(200);
        assertThat(given.json().path("granted").asBoolean()).isTrue();
        assertThat(given.json().path("last_used_at").isNull()).isTrue();
        assertThat(ada.get(PATH).send().json()).isEqualTo(given.json());
        assertThat(withdraw().status()).isEqualTo(204);
        assertThat(ada.get(PATH).send().json().path("granted").asBoolean()).isFalse();
        assertThat(withdraw().status()).isEqualTo(204);
    }

    @Test
    void leaves_its_token_in_no_answer_and_no_store() {
        assertThat(put(TOKEN).body()).doesNotContain(TOKEN);
        assertThat(ada.get(PATH).send().body()).doesNotContain(TOKEN);

        assertThat(Leftovers.of(Gateway.shared().surroundings(), TOKEN)).isEmpty();
    }

    @Test
    void is_its_owners_only_and_lets_them_post_comments() {
        Person bob = Person.signedUp(Gateway.shared());
        put(TOKEN);

        assertThat(bob.get(PATH).send().json().path("granted").asBoolean()).isFalse();
        assertThat(mayPost(ada)).isTrue();
        assertThat(mayPost(bob)).isFalse();
        assertThat(commented(ada).status()).isEqualTo(202);
        assertThat(commented(bob).text("/errors/0/field")).isEqualTo("repository.post_comments");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "with space in the middle of it",
                "ghp_thatHasALine\nBreakInIt",
                "ghp_umläutAreNotInTokens"
            })
    void refuses_what_cannot_be_a_token_without_repeating_it(String token) {
        Reply refused = put(token);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.complaintFields()).containsExactly("token");
        assertThat(token.isEmpty() || !refused.body().contains(token)).isTrue();
        assertThat(ada.get(PATH).send().json().path("granted").asBoolean()).isFalse();
    }

    @Test
    void is_no_matter_of_keys() {
        String key = ada.post("/users/me/api-keys")
                .json(Map.of("name", "CI", "scopes", List.of("read", "write", "execute")))
                .send()
                .text("/key");

        for (String method : List.of("GET", "PUT", "DELETE")) {
            assertThat(Gateway.shared()
                            .call(method, PATH)
                            .header("X-API-Key", key)
                            .json(Map.of("token", TOKEN))
                            .send()
                            .status())
                    .as(method)
                    .isEqualTo(403);
        }
    }

    private Reply put(String token) {
        return ada.call("PUT", PATH).json(Map.of("token", token)).send();
    }

    private Reply withdraw() {
        return ada.call("DELETE", PATH).send();
    }

    private static boolean mayPost(Person person) {
        return person.get("/code-review/options")
                .send()
                .json()
                .path("posts_comments")
                .asBoolean();
    }

    private static Reply commented(Person person) {
        Map<String, Object> pull =
                Map.of("repository_url", "https://github.com/ada/shop", "pull_request", 7, "post_comments", true);
        return person.post("/code-review").json(Map.of("repository", pull)).send();
    }
}
