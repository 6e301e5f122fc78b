package dev.assistant.api.analytics;

import static dev.assistant.testkit.FindingBuilder.aFinding;
import static dev.assistant.testkit.ReportBuilder.aReportOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import dev.assistant.api.harness.Surroundings;
import dev.assistant.api.harness.Worker;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures over a time. */
final class AnalyticsTest {
    private static final Gateway GATEWAY = new Gateway(Surroundings.fresh());
    private static final Worker WORKER = new Worker(GATEWAY.surroundings());

    private final Person ada = Person.signedUp(GATEWAY);

    @Test
    void an_empty_account_has_thirty_empty_days() {
        Reply overview = ada.get("/analytics/overview").send();

        assertThat(overview.status()).isEqualTo(200);
        assertThat(overview.text("/time_zone")).isEqualTo("UTC");
        assertThat(overview.text("/interval")).isEqualTo("daily");
        assertThat(overview.json().path("buckets").size()).isEqualTo(30);
        assertThat(overview.json().at("/total/submitted").asInt()).isZero();
        assertThat(overview.json().at("/total/gate/pass_rate").isNull()).isTrue();
        assertThat(overview.json().at("/total/mean_duration_seconds").isNull()).isTrue();
        assertThat(overview.json().at("/buckets/29/issue_counts/high").asInt(-1))
                .isZero();
        assertThat(overview.json().path("top_rules").size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cost", "usage", "agents", "rules"})
    void the_other_figures_of_an_empty_account_are_empty_too(String figures) {
        assertThat(ada.get("/analytics/" + figures).send().status()).isEqualTo(200);
    }

    @Test
    void a_completed_review_is_counted_everywhere_and_for_nobody_else() {
        String job = ada.post("/code-review")
                .json(Map.of("code", "x = 1", "language", "python"))
                .send()
                .text("/job_id");
        WORKER.complete(
                WORKER.take(job),
                aReportOf(aFinding().ofRule("python:S4830").build())
                        .costing("0.25")
                        .build());

        Reply overview = ada.get("/analytics/overview").send();
        assertThat(overview.json().at("/total/completed").asInt()).isEqualTo(1);
        assertThat(overview.json().at("/total/issue_counts/high").asInt()).isEqualTo(1);
        assertThat(overview.json().at("/total/gate/pass_rate").asDouble(-1)).isZero();
        assertThat(overview.json().at("/previous/completed").asInt(-1)).isZero();
        assertThat(overview.text("/top_rules/0/name")).isEqualTo("python:S4830");
        assertThat(overview.text("/top_rules/0/title"))
                .isEqualTo("Server certificates should be verified during SSL/TLS connections");
        assertThat(overview.text("/top_cwes/0/name")).isEqualTo("CWE-89");
        assertThat(overview.text("/languages/0/name")).isEqualTo("python");
        Reply cost = ada.get("/analytics/cost").send();
        assertThat(cost.json().at("/total/cost_usd").decimalValue()).isEqualByComparingTo("0.25");
        assertThat(cost.text("/by_workflow/0/name")).isEqualTo("quick_code_review");
        assertThat(cost.text("/by_agent/0/name")).isEqualTo("code_analyzer");
        Reply usage = ada.get("/analytics/usage").send();
        assertThat(usage.json().at("/total/executions").asInt()).isEqualTo(1);
        assertThat(usage.json().at("/total/input_tokens").asInt()).isEqualTo(120);
        Reply agents = ada.get("/analytics/agents").send();
        assertThat(agents.text("/agents/0/agent")).isEqualTo("code_analyzer");
        assertThat(agents.json().at("/agents/0/findings").asInt()).isEqualTo(1);
        assertThat(agents.text("/analysers/0/name")).isEqualTo("sonar");

        Person bob = Person.signedUp(GATEWAY);
        assertThat(bob.get("/analytics/overview")
                        .send()
                        .json()
                        .at("/total/submitted")
                        .asInt(-1))
                .isZero();
        assertThat(bob.get("/analytics/cost")
                        .send()
                        .json()
                        .at("/total/cost_usd")
                        .asInt(-1))
                .isZero();
    }

    @Test
    void a_period_is_divided_as_asked_in_the_time_zone_asked_for() {
        Reply overview = ada.get("/analytics/overview")
                .query("from", "2026-03-26")
                .query("to", "2026-04-01")
                .query("interval", "weekly")
                .query("time_zone", "Europe/Berlin")
                .send();

        assertThat(overview.text("/previous_from")).isEqualTo("2026-03-19");
        assertThat(overview.text("/previous_to")).isEqualTo("2026-03-25");
        assertThat(overview.text("/time_zone")).isEqualTo("Europe/Berlin");
        assertThat(overview.json().path("buckets").size()).isEqualTo(2);
        assertThat(overview.text("/buckets/0/to")).isEqualTo("2026-03-29");
        assertThat(overview.text("/buckets/1/from")).isEqualTo("2026-03-30");
    }

    @ParameterizedTest
    @CsvSource({
        "from, yesterday",
        "from, 0001-01-01",
        "from, 1990-01-01",
        "from, +999999999-01-01",
        "to, 2026-02-30",
        "to, 9999-12-31",
        "interval, hourly",
        "time_zone, Middle/Earth",
        "time_zone, +01:00"
    })
    void a_period_that_means_nothing_is_refused(String name, String value) {
        for (String figures : new String[] {"overview", "cost", "usage", "agents"}) {
            assertThat(ada.get("/analytics/" + figures)
                            .query(name, value)
                            .send()
                            .complaintFields())
                    .containsExactly(name);
        }
    }

    @Test
    void the_last_day_is_not_before_the_first() {
        assertThat(ada.get("/analytics/cost")
                        .query("from", "2026-01-02")
                        .query("to", "2026-01-01")
                        .send()
                        .complaintFields())
                .containsExactly("to");
    }
}
