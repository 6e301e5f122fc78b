package dev.assistant.api.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import dev.assistant.api.harness.Surroundings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a run is going to take, and what it may cost at most. */
final class EstimateTest {
    private static final Surroundings SURROUNDINGS = Surroundings.fresh();
    private static final Gateway DETERMINISTIC = new Gateway(SURROUNDINGS);
    private static final Gateway WITH_MODEL = new Gateway(SURROUNDINGS
            .with("MODEL_PROVIDER", "openai")
            .with("MODEL_IDS", "gpt-4.1-mini")
            .with("MODEL_MAX_USD_PER_JOB", "0.50"));

    private final Person ada = Person.signedUp(DETERMINISTIC);
    private final Person grace = Person.signedUp(WITH_MODEL);

    @Test
    void a_deterministic_run_costs_nothing_and_names_what_it_leaves_out() {
        Reply reply = estimate(
                ada,
                Map.of(
                        "files",
                        List.of(
                                Map.of("path", "app/db.py", "content", "x = 1\n"),
                                Map.of("path", "gen.py", "content", "# @generated\nx = 1\n"),
                                Map.of("path", "package-lock.json", "size_bytes", 900))));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/analysis_mode")).isEqualTo("deterministic");
        assertThat(reply.json().at("/usd/max").decimalValue()).isZero();
        assertThat(reply.json().at("/tokens/max").asLong()).isZero();
        assertThat(reply.json().path("model").isNull()).isTrue();
        assertThat(reply.json().path("files").valueStream())
                .extracting(file -> file.path("path").stringValue() + " "
                        + file.path("status").stringValue())
                .containsExactly("app/db.py reviewed", "gen.py skipped", "package-lock.json skipped");
        assertThat(reply.text("/files/1/reason")).startsWith("generated code");
        assertThat(reply.json().path("exact").asBoolean()).isFalse();
    }

    @Test
    void agents_cost_more_for_more_code_never_above_the_cap_and_by_prices_of_a_day() {
        Reply small = estimate(grace, sized(2_000));
        Reply large = estimate(grace, sized(200_000));
        Reply huge = estimate(grace, sized(9_000_000));

        assertThat(small.json().at("/usd/min").decimalValue()).isPositive();
        assertThat(usd(small)).isLessThan(usd(large));
        assertThat(usd(large)).isLessThanOrEqualTo(usd(huge));
        assertThat(usd(huge)).isEqualTo(0.5);
        assertThat(small.json().path("max_usd").doubleValue()).isEqualTo(0.5);
        assertThat(small.text("/model")).isEqualTo("gpt-4.1-mini");
        assertThat(small.text("/prices_as_of")).isEqualTo("2026-05-01");
    }

    @Test
    void what_has_to_be_fetched_first_is_not_told_and_other_hosts_are_refused() {
        Reply known = estimate(grace, Map.of("repository", Map.of("repository_url", "https://github.com/ada/shop")));
        Reply refused = estimate(grace, Map.of("repository", Map.of("repository_url", "https://10.0.0.1/ada/shop")));

        assertThat(known.status()).isEqualTo(200);
        assertThat(known.json().path("files").isNull()).isTrue();
        assertThat(known.json().path("usd").isNull()).isTrue();
        assertThat(known.json().path("max_usd").doubleValue()).isEqualTo(0.5);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/message")).contains("Allowed are: github.com.");
    }

    @Test
    void an_estimate_counts_against_no_quota() {
        for (int i = 0; i < 3; i++) {
            assertThat(estimate(ada, sized(1_000)).status()).isEqualTo(200);
        }

        assertThat(ada.get("/users/me/quota")
                        .send()
                        .json()
                        .at("/reviews_per_day/used")
                        .asInt())
                .isZero();
        assertThat(ada.get("/code-review/history").send().json().path("items")).isEmpty();
    }

    @Test
    void a_cap_is_taken_from_a_cent_to_what_a_job_may_cost() {
        assertThat(grace.get("/code-review/options")
                        .send()
                        .json()
                        .path("highest_max_usd")
                        .doubleValue())
                .isEqualTo(0.5);
        assertThat(submit(Map.of("code", "x = 1\n", "max_usd", 0.05)).status()).isEqualTo(202);
        for (double usd : List.of(0.0, -1.0, 0.51, 0.001)) {
            Reply refused = submit(Map.of("code", "x = 1\n", "max_usd", usd));

            assertThat(refused.status()).as("%s USD", usd).isEqualTo(422);
            assertThat(refused.text("/errors/0/field")).isEqualTo("max_usd");
        }
    }

    @Test
    void one_key_stands_for_one_cap() {
        Map<String, Object> cheap = Map.of("code", "x = 1\n", "max_usd", 0.05);
        Map<String, Object> dear = Map.of("code", "x = 1\n", "max_usd", 0.25);

        assertThat(keyed(cheap).text("/job_id")).isEqualTo(keyed(cheap).text("/job_id"));
        assertThat(keyed(dear).status()).isEqualTo(409);
    }

    @Test
    void what_is_neither_a_file_nor_a_workflow_is_refused_by_name() {
        Reply nothing = estimate(ada, Map.of());
        Reply path = estimate(ada, Map.of("files", List.of(Map.of("path", "../etc/passwd", "size_bytes", 1))));
        Reply workflow = estimate(ada, Map.of("code", "x", "workflow", "no_such"));

        assertThat(nothing.text("/errors/0/field")).isEqualTo("code");
        assertThat(path.text("/errors/0/field")).isEqualTo("files[0].path");
        assertThat(workflow.text("/errors/0/field")).isEqualTo("workflow");
    }

    private static Map<String, Object> sized(int bytes) {
        return Map.of("workflow", "code_analysis", "files", List.of(Map.of("path", "app/db.py", "size_bytes", bytes)));
    }

    private static double usd(Reply reply) {
        return reply.json().at("/usd/max").doubleValue();
    }

    private static Reply estimate(Person person, Map<String, Object> draft) {
        return person.post("/code-review/estimate").json(draft).send();
    }

    private Reply submit(Map<String, Object> submission) {
        return grace.post("/code-review").json(submission).send();
    }

    private Reply keyed(Map<String, Object> submission) {
        return grace.post("/code-review")
                .header("Idempotency-Key", "one")
                .json(submission)
                .send();
    }
}
