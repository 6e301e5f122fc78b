package dev.assistant.adapters.report;

import static dev.assistant.testkit.FindingBuilder.aFinding;
import static dev.assistant.testkit.ReportBuilder.aReportOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.assistant.adapters.json.ReviewJson;
import dev.assistant.review.Change;
import dev.assistant.review.Finding;
import dev.assistant.review.ReviewReport;
import dev.assistant.review.Severity;
import dev.assistant.review.TextRange;
import dev.assistant.review.Verdict;
import dev.assistant.testkit.WireSamples;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Logs are what the OASIS schema allows, and say what the review says. */
class SarifReportTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Schema SCHEMA = schema();
    private static final RulePages PAGES =
            id -> Optional.of(id).filter("python:S2077"::equals).map(known -> "https://app.test/rules/python/S2077");

    @Test
    void every_log_is_valid() {
        assertThat(complaints(log(sample()))).isEmpty();
        assertThat(complaints(log(aReportOf().build()))).isEmpty();
        assertThat(complaints(log(everything()))).isEmpty();
    }

    @Test
    void a_log_that_is_not_sarif_is_seen_to_fail() {
        JsonNode broken = JSON.readTree(SarifReport.write(FinishedReviews.of(sample()), PAGES)
                .replace("\"columnKind\":\"utf16CodeUnits\"", "\"columnKind\":\"bytes\""));

        assertThat(complaints(broken)).isNotEmpty();
    }

    @Test
    void names_rules_and_weaknesses_once_and_refers_to_them() {
        JsonNode run =
                run(aReportOf(aFinding().build(), aFinding().withId("other").build())
                        .build());

        assertThat(run.at("/tool/driver/rules")).hasSize(1);
        assertThat(run.at("/tool/driver/rules/0/id").asString()).isEqualTo("python:S2077");
        assertThat(run.at("/tool/driver/rules/0/properties/security-severity").asString())
                .isEqualTo("8.0");
        assertThat(run.at("/tool/driver/rules/0/properties/tags").toString()).contains("external/cwe/cwe-089");
        assertThat(run.at("/taxonomies/0/taxa/0/id").asString()).isEqualTo("89");
        assertThat(run.at("/results")).hasSize(2).allSatisfy(result -> {
            assertThat(result.at("/ruleIndex").asInt(-1)).isZero();
            assertThat(result.at("/taxa/0/index").asInt(-1)).isZero();
            assertThat(result.at("/level").asString()).isEqualTo("error");
        });
    }

    @Test
    void links_a_rule_to_its_page_or_else_to_its_weakness() {
        JsonNode rules = run(aReportOf(
                                aFinding().build(),
                                aFinding()
                                        .withId("other")
                                        .ofRule("model/unknown")
                                        .build())
                        .build())
                .at("/tool/driver/rules");

        assertThat(rules.at("/0/helpUri").asString()).isEqualTo("https://app.test/rules/python/S2077");
        assertThat(rules.at("/1/helpUri").asString()).isEqualTo("https://cwe.mitre.org/data/definitions/89.html");
    }

    @Test
    void says_where_by_encoded_paths_and_utf_16_columns() {
        String path = "src/ünï code/a#b?c%d:e.py";
        JsonNode run = run(aReportOf(
                        aFinding().inFile(path).at(new TextRange(4, 12, 4, 73)).build())
                .build());

        JsonNode place = run.at("/results/0/locations/0/physicalLocation");
        assertThat(run.at("/columnKind").asString()).isEqualTo("utf16CodeUnits");
        assertThat(place.at("/artifactLocation/uri").asString())
                .isEqualTo("src/%C3%BCn%C3%AF%20code/a%23b%3Fc%25d%3Ae.py");
        assertThat(place.at("/artifactLocation/uriBaseId").asString()).isEqualTo("%SRCROOT%");
        assertThat(run.at("/originalUriBaseIds").has("%SRCROOT%")).isTrue();
        assertThat(place.at("/region").toString())
                .isEqualTo("{\"startLine\":4,\"startColumn\":12,\"endLine\":4,\"endColumn\":73}");
        assertThat(place.at("/contextRegion/snippet/text").asString()).contains("SELECT * FROM users");
    }

    @Test
    void tells_the_way_of_a_value_step_by_step_up_to_the_finding() {
        JsonNode steps =
                run(aReportOf(aFinding().build()).build()).at("/results/0/codeFlows/0/threadFlows/0/locations");

        assertThat(steps).hasSize(2);
        assertThat(steps.at("/0/location/physicalLocation/region/startLine").asInt())
                .isEqualTo(3);
        assertThat(steps.at("/1/location/physicalLocation/region/startLine").asInt())
                .isEqualTo(4);
    }

    @Test
    void suppresses_dismissed_findings_and_says_so_of_every_result() {
        JsonNode results = run(aReportOf(
                                aFinding().build(),
                                aFinding()
                                        .withId("dismissed")
                                        .triaged(FinishedReviews.dismissal("the name is a constant"))
                                        .build())
                        .build())
                .at("/results");

        assertThat(results.at("/0/suppressions").isArray()).isTrue();
        assertThat(results.at("/0/suppressions")).isEmpty();
        assertThat(results.at("/1/suppressions/0/kind").asString()).isEqualTo("external");
        assertThat(results.at("/1/suppressions/0/status").asString()).isEqualTo("accepted");
        assertThat(results.at("/1/suppressions/0/justification").asString())
                .isEqualTo("false positive: the name is a constant");
    }

    @Test
    void keeps_the_identity_of_findings_and_their_change() {
        JsonNode result = run(aReportOf(aFinding().changed(Change.WORSENED).build())
                        .build())
                .at("/results/0");

        assertThat(result.at("/partialFingerprints/developmentAssistant~1v1").asString())
                .isEqualTo("5f0c1d7be2a94e6d8b37c6a1f2e0945d");
        assertThat(result.at("/baselineState").asString()).isEqualTo("updated");
    }

    @Test
    void an_incomplete_review_is_no_successful_execution_and_names_what_was_not_read() {
        ReviewReport complete = aReportOf().build();
        ReviewReport incomplete = new ReviewReport(
                complete.mode(),
                complete.summary(),
                complete.findings(),
                complete.scores(),
                new Verdict(Verdict.Gate.INCOMPLETE, List.of()),
                complete.coverage(),
                complete.agents());

        JsonNode invocation = run(incomplete).at("/invocations/0");

        assertThat(run(complete).at("/invocations/0/executionSuccessful").asBoolean(false))
                .isTrue();
        assertThat(invocation.at("/executionSuccessful").asBoolean(true)).isFalse();
        assertThat(invocation.at("/toolExecutionNotifications/0/level").asString())
                .isEqualTo("warning");
        assertThat(invocation.at("/toolExecutionNotifications/0/message/text").asString())
                .isEqualTo("Not reviewed: binary");
        assertThat(invocation
                        .at("/toolExecutionNotifications/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asString())
                .isEqualTo("app/logo.svg");
    }

    @Test
    void text_that_looks_like_a_link_is_text() {
        JsonNode run = run(
                aReportOf(aFinding().saying("See [here](https://evil.example).").build())
                        .build());

        assertThat(run.at("/results/0/message/text").asString()).isEqualTo("See \\[here\\](https://evil.example).");
    }

    private static ReviewReport everything() {
        Finding gone = aFinding().withId("gone").build();
        ReviewReport report = aReportOf(
                        aFinding().changed(Change.NEW).build(),
                        aFinding()
                                .withSeverity(Severity.INFO)
                                .changed(Change.UNCHANGED)
                                .aboutTheWholeFile()
                                .quoting("")
                                .build(),
                        aFinding()
                                .inFile("a b/ü.py")
                                .triaged(FinishedReviews.dismissal("no"))
                                .changed(Change.WORSENED)
                                .build())
                .build();
        return new ReviewReport(
                report.mode(),
                report.summary(),
                report.findings(),
                report.scores(),
                report.verdict(),
                report.coverage(),
                report.agents(),
                Optional.of(new ReviewReport.Baseline(FinishedReviews.JOB, List.of(gone))));
    }

    private static ReviewReport sample() {
        return ReviewJson.toReport(WireSamples.read("results"));
    }

    private static JsonNode log(ReviewReport report) {
        return JSON.readTree(SarifReport.write(FinishedReviews.of(report), PAGES));
    }

    private static JsonNode run(ReviewReport report) {
        return log(report).at("/runs/0");
    }

    private static List<String> complaints(JsonNode log) {
        return SCHEMA
                .validate(log, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static Schema schema() {
        try (InputStream file = SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            JsonNode schema = JSON.readTree(file.readAllBytes());
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(schema);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
