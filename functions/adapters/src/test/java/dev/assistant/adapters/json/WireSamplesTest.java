package dev.assistant.adapters.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.identity.UserId;
import dev.assistant.progress.JobEvent;
import dev.assistant.progress.Sequenced;
import dev.assistant.review.AnalysisMode;
import dev.assistant.review.Change;
import dev.assistant.review.Disagreement;
import dev.assistant.review.FileCoverage;
import dev.assistant.review.Finding;
import dev.assistant.review.FinishedReview;
import dev.assistant.review.ReviewDecision.Outcome;
import dev.assistant.review.ReviewDecision.Part;
import dev.assistant.review.ReviewReport;
import dev.assistant.review.Severity;
import dev.assistant.review.Shelf;
import dev.assistant.review.TextRange;
import dev.assistant.review.Triage;
import dev.assistant.review.Verdict;
import dev.assistant.testkit.WireSamples;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Produces;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Java writes and reads is what the samples show, field by field. */
class WireSamplesTest {
    private static final Instant TOLD = Instant.parse("2026-01-15T09:30:12.480Z");
    private static final JobId JOB = new JobId(UUID.fromString("0199f3a2-7c41-7d30-9b6e-2f4c8a1d5e07"));
    private static final JsonMapper PLAIN = new JsonMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event-progress",
                "event-agent_message",
                "event-issue",
                "event-completed",
                "event-completed-failed",
                "event-completed-cancelled"
            })
    void writes_every_event_as_its_sample(String name) {
        String sample = WireSamples.read(name);

        Sequenced event = EventJson.toEvent(sample, Instant.EPOCH);

        assertThat(tree(EventJson.event(JOB, event))).isEqualTo(tree(sample));
    }

    @Test
    void reads_the_events_as_what_they_say() {
        assertThat(event("event-progress")).isEqualTo(new Sequenced(3, new JobEvent.Progressed("analyzing", 25), TOLD));
        assertThat(event("event-agent_message"))
                .isEqualTo(new Sequenced(
                        4, new JobEvent.AgentSpoke("code_analyzer", "Reading app/db.py: 8 lines of Python."), TOLD));
        assertThat(event("event-completed"))
                .isEqualTo(new Sequenced(9, new JobEvent.Ended(JobStatus.COMPLETED, "3 issues found."), TOLD));
        assertThat(event("event-completed-failed").event()).extracting("status").isEqualTo(JobStatus.FAILED);
        assertThat(event("event-completed-cancelled").event())
                .extracting("status")
                .isEqualTo(JobStatus.CANCELLED);
    }

    @Test
    void reads_an_issue_as_what_it_says() {
        Finding finding = ((JobEvent.FindingReported) event("event-issue").event()).finding();

        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        assertThat(finding.path()).isEqualTo("app/db.py");
        assertThat(finding.range()).contains(new TextRange(7, 12, 7, 76));
        assertThat(finding.fix().orElseThrow().range()).isEqualTo(new TextRange(7, 12, 7, 76));
        assertThat(finding.shelf()).isEqualTo(Shelf.TOOL_CONFIRMED);
        assertThat(finding.related()).hasSize(1);
        assertThat(finding.related().getFirst().range()).isEqualTo(new TextRange(6, 22, 6, 26));
    }

    @Test
    void greets_as_the_sample_does() {
        assertThat(tree(EventJson.connected(JOB))).isEqualTo(tree(WireSamples.read("event-connected")));
    }

    @Test
    void lists_events_in_the_form_in_which_they_are_sent() {
        String page =
                EventJson.page(JOB, List.of(event("event-progress"), event("event-issue"), event("event-completed")));

        JsonNode items = tree(page).get("items");
        assertThat(items.get(0)).isEqualTo(tree(WireSamples.read("event-progress")));
        assertThat(items.get(1)).isEqualTo(tree(WireSamples.read("event-issue")));
        assertThat(items.get(2)).isEqualTo(tree(WireSamples.read("event-completed")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"results", "results-compared", "results-decided"})
    void answers_results_as_the_sample_does(String name) {
        String sample = WireSamples.read(name);

        Job job = job(tree(sample).get("workflow").asString());
        String written = ReviewJson.results(new FinishedReview(job, ReviewJson.toReport(sample)));

        assertThat(tree(written)).isEqualTo(tree(sample));
    }

    @Test
    void stores_a_report_as_it_stands_in_the_results() {
        ReviewReport report = ReviewJson.toReport(WireSamples.read("results"));

        JsonNode stored = tree(ReviewJson.report(report));
        JsonNode results = tree(WireSamples.read("results"));

        assertThat(stored.propertyNames())
                .containsExactly("analysis_mode", "verdict", "coverage", "results", "baseline_job_id")
                .allSatisfy(name -> assertThat(stored.get(name)).isEqualTo(results.get(name)));
        assertThat(ReviewJson.toReport(ReviewJson.report(report))).isEqualTo(report);
    }

    @Test
    void reads_what_agents_said_about_findings_and_the_whole() {
        ReviewReport report = ReviewJson.toReport(WireSamples.read("results-decided"));

        assertThat(report.findings())
                .extracting(Finding::disagreements)
                .containsExactly(
                        List.of(new Disagreement(
                                "code_analyzer", "The password belongs to a test database.", Optional.empty())),
                        List.of(new Disagreement(
                                "security_auditor",
                                "The name comes from the request without a check.",
                                Optional.of(Severity.CRITICAL))),
                        List.of());
        assertThat(report.decision().orElseThrow().outcome()).isEqualTo(Outcome.REJECT);
        assertThat(report.decision().orElseThrow().parts())
                .extracting(Part::outcome)
                .containsExactly(Optional.of(Outcome.APPROVE), Optional.empty(), Optional.of(Outcome.NEEDS_WORK));
        assertThat(report.coverage().provenance().models()).containsExactly("gpt-4.1-mini");
    }

    @Test
    void reads_results_from_before_a_field_was_added() {
        String old = WireSamples.read("results")
                .replaceAll(",\\s*\"(disagreements|models|prompts)\": \\[]", "")
                .replaceAll(",\\s*\"(decision|code_hash)\": (null|\"\\w+\")", "");

        assertThat(old).doesNotContain("disagreements", "models", "decision", "code_hash");
        assertThat(ReviewJson.toReport(old).findings())
                .isEqualTo(ReviewJson.toReport(WireSamples.read("results")).findings());
        assertThat(ReviewJson.toReport(old).coverage().provenance().code()).isEmpty();
    }

    @Test
    void reads_the_results_as_what_they_say() {
        ReviewReport report = ReviewJson.toReport(WireSamples.read("results"));

        assertThat(report.mode()).isEqualTo(AnalysisMode.DETERMINISTIC);
        assertThat(report.verdict().gate()).isEqualTo(Verdict.Gate.FAILED);
        assertThat(report.coverage().files())
                .extracting(FileCoverage::status)
                .containsExactly(FileCoverage.Status.REVIEWED, FileCoverage.Status.SKIPPED);
        assertThat(report.findings().getLast().range()).isEmpty();
        assertThat(report.findings().getLast().fix()).isEmpty();
        assertThat(report.agents().getFirst().duration().toMillis()).isEqualTo(2810);
        String metrics = ReviewJson.metrics(report);
        assertThat(tree(metrics)).isEqualTo(tree(WireSamples.read("results")).at("/results/metrics"));
        assertThat(ReviewJson.toScores(metrics)).isEqualTo(report.scores());
        assertThat(ReviewJson.toIssueCounts(metrics))
                .isEqualTo(Map.of(
                        Severity.CRITICAL, 1, Severity.HIGH, 1, Severity.MEDIUM, 0, Severity.LOW, 0, Severity.INFO, 1));
        assertThat(ReviewJson.toIssues(ReviewJson.issues(report.findings()))).isEqualTo(report.findings());
    }

    @Test
    void takes_events_from_before_they_said_when_they_were_told_as_of_when_they_were_stored() {
        String earlier = WireSamples.read("event-progress").replaceAll(",\\s*\"at\": \"[^\"]*\"", "");

        assertThat(earlier).doesNotContain("at\"");
        assertThat(EventJson.toEvent(earlier, Instant.EPOCH).at()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void reads_decisions_and_changes_as_what_they_say() {
        ReviewReport report = ReviewJson.toReport(WireSamples.read("results-compared"));

        assertThat(report.findings())
                .extracting(finding -> finding.change().orElseThrow())
                .containsExactly(Change.NEW, Change.WORSENED, Change.UNCHANGED);
        assertThat(report.findings()).extracting(Finding::isCounted).containsExactly(true, true, false);
        assertThat(report.findings().getLast().triage().orElseThrow().reason()).contains(Triage.Reason.WONT_FIX);
        assertThat(report.baseline().orElseThrow().gone()).hasSize(1);
    }

    @Test
    void reads_reports_from_before_there_were_decisions_and_baselines() {
        String earlier = WireSamples.read("results")
                .replaceAll(",\\s*\"triage\": \\{[^}]*},\\s*\"change\": null", "")
                .replaceAll(",\\s*\"gone\": \\[]", "")
                .replaceAll(",\\s*\"baseline_job_id\": null", "");

        ReviewReport report = ReviewJson.toReport(earlier);

        assertThat(earlier).doesNotContain("\"triage\"", "\"gone\"", "baseline_job_id", "\"change\"");
        assertThat(report.findings())
                .hasSize(3)
                .allMatch(finding -> finding.triage().isEmpty());
        assertThat(report.baseline()).isEmpty();
    }

    @Test
    void ignores_what_a_later_version_adds() {
        String later = WireSamples.read("event-issue").replace("\"type\"", "\"new_field\": {\"a\": [1]}, \"type\"");

        assertThat(EventJson.toEvent(later, Instant.EPOCH)).isEqualTo(event("event-issue"));
    }

    private static Sequenced event(String name) {
        return EventJson.toEvent(WireSamples.read(name), Instant.EPOCH);
    }

    private static JsonNode tree(String json) {
        return PLAIN.readTree(json);
    }

    private static Job job(String workflow) {
        return new Job(
                JOB,
                new UserId(UUID.randomUUID()),
                Optional.empty(),
                workflow,
                Produces.REVIEW,
                JobStatus.COMPLETED,
                100,
                "completed",
                Optional.empty(),
                false,
                Instant.parse("2026-01-15T09:30:12.104Z"),
                Optional.of(Instant.parse("2026-01-15T09:30:12.310Z")),
                Optional.of(Instant.parse("2026-01-15T09:30:15.780Z")));
    }
}
