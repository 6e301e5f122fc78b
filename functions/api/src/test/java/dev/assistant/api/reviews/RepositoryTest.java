package dev.assistant.api.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import dev.assistant.api.harness.Surroundings;
import dev.assistant.api.harness.Worker;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Submitting repositories, which workers fetch. */
final class RepositoryTest {
    private static final Gateway GATEWAY = new Gateway(Surroundings.fresh());
    private static final Worker WORKER = new Worker(GATEWAY.surroundings());
    private static final String SHOP = "https://github.com/ada/shop";

    private final Person ada = Person.signedUp(GATEWAY);

    @Test
    void a_repository_is_queued_under_its_own_address_or_its_projects() {
        String project = ada.post("/projects")
                .json(Map.of("name", "Shop", "repository_url", SHOP))
                .send()
                .text("/id");
        String bare = ada.post("/projects").json(Map.of("name", "Bare")).send().text("/id");

        Reply named = submit(Map.of("repository", Map.of("repository_url", SHOP, "ref", "feature/one")));
        Reply ofProject = submit(Map.of("project_id", project, "repository", Map.of("pull_request", 7)));
        Reply none = submit(Map.of("project_id", bare, "repository", Map.of()));

        assertThat(named.status()).isEqualTo(202);
        assertThat(ofProject.status()).isEqualTo(202);
        assertThat(WORKER.enqueuedJobs()).contains(named.text("/job_id"), ofProject.text("/job_id"));
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.text("/errors/0/field")).isEqualTo("repository.repository_url");
    }

    @Test
    void a_list_names_the_repository_of_a_review() {
        submit(Map.of("repository", Map.of("repository_url", SHOP)));
        Reply listed = ada.get("/code-review/history").send();
        assertThat(listed.text("/items/0/repository_url")).isEqualTo(SHOP);

        submit(Map.of("code", "x = 1"));
        assertThat(ada.get("/code-review/history").send().body()).contains("\"repository_url\":null");
    }

    @Test
    void the_same_key_and_another_ref_are_two_things() {
        Map<String, Object> main = Map.of("repository", Map.of("repository_url", SHOP, "ref", "main"));
        Map<String, Object> other = Map.of("repository", Map.of("repository_url", SHOP, "ref", "other"));

        Reply first = ada.post("/code-review")
                .header("Idempotency-Key", "k")
                .json(main)
                .send();
        Reply again = ada.post("/code-review")
                .header("Idempotency-Key", "k")
                .json(main)
                .send();
        Reply changed = ada.post("/code-review")
                .header("Idempotency-Key", "k")
                .json(other)
                .send();

        assertThat(again.text("/job_id")).isEqualTo(first.text("/job_id"));
        assertThat(changed.status()).isEqualTo(409);
    }

    @Test
    void only_plain_https_addresses_of_repositories_are_taken() {
        for (String url : List.of(
                "http://github.com/ada/shop",
                "https://user:secret@github.com/ada/shop",
                "https://github.com:8443/ada/shop",
                "https://github.com/ada",
                "https://github.com/ada/shop/tree/main",
                "https://github.com/ada/shop?x=1",
                "https://github.com/../shop",
                "file:///etc/passwd",
                "git@github.com:ada/shop.git")) {
            Reply reply = submit(Map.of("repository", Map.of("repository_url", url)));

            assertThat(reply.status()).as(url).isEqualTo(422);
            assertThat(reply.text("/errors/0/field")).as(url).isEqualTo("repository.repository_url");
        }
    }

    @Test
    void what_cannot_be_meant_is_named() {
        assertThat(fields(Map.of("repository_url", SHOP, "ref", "../../x"))).isEqualTo("repository.ref");
        assertThat(fields(Map.of("repository_url", SHOP, "ref", "a b"))).isEqualTo("repository.ref");
        assertThat(fields(Map.of("repository_url", SHOP, "ref", "-x"))).isEqualTo("repository.ref");
        assertThat(fields(Map.of("repository_url", SHOP, "pull_request", 0))).isEqualTo("repository.pull_request");
        assertThat(fields(Map.of("repository_url", SHOP, "pull_request", 1, "ref", "main")))
                .isEqualTo("repository.ref");
        assertThat(fields(Map.of("repository_url", SHOP, "post_comments", true)))
                .isEqualTo("repository.post_comments");
        assertThat(submit(Map.of("code", "x = 1", "repository", Map.of("repository_url", SHOP)))
                        .text("/errors/0/field"))
                .isEqualTo("code");
    }

    private String fields(Map<String, Object> repository) {
        Reply reply = submit(Map.of("repository", repository));
        assertThat(reply.status()).isEqualTo(422);
        return reply.text("/errors/0/field");
    }

    private Reply submit(Map<String, Object> body) {
        return ada.post("/code-review").json(body).send();
    }
}
