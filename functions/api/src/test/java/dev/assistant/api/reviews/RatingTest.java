package dev.assistant.api.reviews;

import static dev.assistant.testkit.FindingBuilder.aFinding;
import static dev.assistant.testkit.ReportBuilder.aReportOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import dev.assistant.api.harness.Worker;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whether findings helped, and what that says about their rules. */
class RatingTest {
    private static final Gateway GATEWAY = Gateway.shared();
    private static final Worker WORKER = new Worker(GATEWAY.surroundings());

    private final Person ada = Person.signedUp(GATEWAY);

    @Test
    void a_rating_is_kept_with_the_review_and_counts_for_the_rule() {
        String job = reviewed();

        Reply rated = rate(ada, job, "one", Map.of("helpful", false));

        assertThat(rated.status()).isEqualTo(200);
        Reply listed = ada.get("/code-review/" + job + "/ratings").send();
        assertThat(listed.text("/items/0/fingerprint")).isEqualTo(rated.text("/fingerprint"));
        assertThat(listed.json().at("/items/0/helpful").asBoolean(true)).isFalse();
        Reply rules = ada.get("/analytics/rules").send();
        assertThat(rules.text("/rules/0/rule_id")).isEqualTo("python:S2077");
        assertThat(rules.json().at("/rules/0/wrong").asInt()).isEqualTo(1);
        assertThat(rules.json().at("/rules/0/right_share").asDouble(1)).isZero();
        assertThat(Person.signedUp(GATEWAY)
                        .get("/analytics/rules")
                        .send()
                        .json()
                        .path("rules")
                        .size())
                .isZero();
    }

    @Test
    void null_takes_a_rating_back() {
        String job = reviewed();
        rate(ada, job, "one", Map.of("helpful", true));

        Reply taken = rate(ada, job, "one", Collections.singletonMap("helpful", null));

        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.json().path("helpful").isNull()).isTrue();
        assertThat(ada.get("/code-review/" + job + "/ratings")
                        .send()
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void only_the_owner_rates_and_only_findings_that_there_are() {
        String job = reviewed();
        Person eve = Person.signedUp(GATEWAY);

        assertThat(rate(eve, job, "one", Map.of("helpful", true)).status()).isEqualTo(404);
        assertThat(eve.get("/code-review/" + job + "/ratings").send().status()).isEqualTo(404);
        assertThat(rate(ada, job, "nothing", Map.of("helpful", true)).status()).isEqualTo(404);
        assertThat(rate(ada, job, "one", Map.of()).complaintFields()).containsExactly("helpful");
        assertThat(rate(ada, job, "one", Map.of("helpful", "yes")).complaintFields())
                .containsExactly("helpful");
    }

    private static Reply rate(Person person, String job, String issue, Map<String, ?> rating) {
        return person.call("PUT", "/code-review/" + job + "/issues/" + issue + "/rating")
                .json(rating)
                .send();
    }

    private String reviewed() {
        String job =
                ada.post("/code-review").json(Map.of("code", "print(1)")).send().text("/job_id");
        WORKER.complete(
                WORKER.take(job), aReportOf(aFinding().withId("one").build()).build());
        return job;
    }
}
