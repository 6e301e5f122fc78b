package dev.assistant.review;

import static dev.assistant.review.Reports.at;
import static dev.assistant.review.Reports.python;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assistant.identity.UserId;
import dev.assistant.review.FileOutcome.Reading;
import dev.assistant.review.Verdict.Condition;
import dev.assistant.review.Verdict.Gate;
import dev.assistant.workflow.JobId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConcludeReviewTest {
    private static final SourceFile FIRST = python("a.py", "x = 1", "y = 2", "z = 3");
    private static final SourceFile SECOND = python("b.py", "x = 1");

    private static FileOutcome read(SourceFile file) {
        return FileOutcome.of(file, List.of(new Reading("sonar", Reach.RULES, Optional.empty())));
    }

    private static FileOutcome broken(SourceFile file) {
        return FileOutcome.of(file, List.of(new Reading("sonar", Reach.RULES, Optional.of("it took too long"))));
    }

    private static FileOutcome aside(String path) {
        return FileOutcome.of(Units.of(List.of(python(path, "# @generated", "x = 1")), IgnoredPaths.NONE)
                .setAside()
                .getFirst());
    }

    private static ReviewReport conclude(Set<FocusArea> focus, List<FileOutcome> outcomes, Reports... reports) {
        return conclude(QualityGate.DEFAULT, focus, outcomes, reports);
    }

    private static ReviewReport conclude(
            QualityGate gate, Set<FocusArea> focus, List<FileOutcome> outcomes, Reports... reports) {
        List<SourceFile> files = outcomes.stream().map(FileOutcome::file).toList();
        ReviewRequest request = new ReviewRequest(
                new JobId(new UUID(0, 1)),
                new UserId(new UUID(0, 2)),
                "quick_code_review",
                files,
                focus,
                Optional.empty(),
                Optional.empty(),
                new ReviewSettings(gate, IgnoredPaths.NONE),
                Optional.empty());
        List<Finding> findings = MergeEvidence.merge(
                        files, Stream.of(reports).map(Reports::evidence).toList())
                .findings();
        return new ConcludeReview()
                .conclude(
                        request,
                        new ConcludeReview.Work(AnalysisMode.DETERMINISTIC, outcomes, findings, 0, 0, List.of()));
    }

    @Test
    void code_that_is_too_large_to_be_read_is_a_gap_and_data_is_not() {
        ReviewReport code = conclude(Set.of(), List.of(read(FIRST), tooLarge("app/huge.py")));
        ReviewReport data =
                conclude(Set.of(), List.of(read(FIRST), tooLarge("fixtures/huge.json"), tooLarge("LICENCES")));

        assertThat(code.verdict().gate()).isEqualTo(Gate.INCOMPLETE);
        assertThat(code.coverage().files())
                .extracting(FileCoverage::path, FileCoverage::reason)
                .contains(tuple("app/huge.py", Optional.of("larger than 10 MB")));
        assertThat(data.verdict().gate()).isEqualTo(Gate.PASSED);
    }

    private static FileOutcome tooLarge(String path) {
        SourceFile file = new SourceFile(path, Language.TEXT, "");
        return FileOutcome.of(new Units.SetAside(file, Units.Reason.TOO_LARGE, ""));
    }

    @Test
    void passes_clean_code_that_was_read_whole() {
        ReviewReport report = conclude(Set.of(), List.of(read(FIRST), read(SECOND)));
        assertThat(report.verdict().gate()).isEqualTo(Gate.PASSED);
        assertThat(report.scores()).isEqualTo(new Scores(10, 10, 10, 10));
        assertThat(report.summary())
                .isEqualTo("No findings in 2 files (4 lines of Python). Gate passed."
                        + " Deterministic analysis only; no model took part.");
    }

    @Test
    void fails_on_a_high_finding_and_says_which_condition_broke() {
        ReviewReport report = conclude(
                Set.of(),
                List.of(read(FIRST), read(SECOND)),
                at("a.py", 1),
                at("a.py", 2),
                at("a.py", 3).severity(Severity.LOW));
        assertThat(report.verdict().gate()).isEqualTo(Gate.FAILED);
        assertThat(report.verdict().conditions())
                .contains(
                        new Condition("critical_issues", "<=", 0, 0, true),
                        new Condition("high_issues", "<=", 0, 2, false),
                        new Condition("unread_files", "<=", 0, 0, true));
        assertThat(report.summary())
                .startsWith(
                        "3 findings (2 high and 1 low) in 1 of 2 files (4 lines of Python). Gate failed: 2 high issues, none"
                                + " allowed; security score 5, at least 7 needed.");
    }

    @Test
    void is_incomplete_when_a_file_could_not_be_read_even_if_nothing_was_found() {
        ReviewReport report = conclude(Set.of(), List.of(read(FIRST), broken(SECOND)));
        assertThat(report.verdict().gate()).isEqualTo(Gate.INCOMPLETE);
        assertThat(report.verdict().conditions()).contains(new Condition("unread_files", "<=", 0, 1, false));
        assertThat(report.coverage().files())
                .contains(new FileCoverage(
                        "b.py", FileCoverage.Status.SKIPPED, Optional.of("sonar: it took too long"), 1));
        assertThat(report.summary()).contains("1 file not reviewed: b.py (sonar: it took too long).");
    }

    @Test
    void is_incomplete_rather_than_failed_when_both_would_hold() {
        assertThat(conclude(Set.of(), List.of(read(FIRST), broken(SECOND)), at("a.py", 1))
                        .verdict()
                        .gate())
                .isEqualTo(Gate.INCOMPLETE);
    }

    @Test
    void passes_over_files_set_aside_on_purpose_but_shows_them() {
        ReviewReport report = conclude(Set.of(), List.of(read(FIRST), aside("gen.py")));
        assertThat(report.verdict().gate()).isEqualTo(Gate.PASSED);
        assertThat(report.summary()).contains("1 file not reviewed: gen.py (generated code (line 1 says so)).");
    }

    @Test
    void is_incomplete_when_everything_was_set_aside() {
        ReviewReport report = conclude(Set.of(), List.of(aside("gen.py")));
        assertThat(report.verdict().gate()).isEqualTo(Gate.INCOMPLETE);
        assertThat(report.summary()).startsWith("Nothing was reviewed.");
    }

    @Test
    void is_incomplete_when_no_analyser_reads_the_language() {
        SourceFile ruby = new SourceFile("a.rb", Language.RUBY, "puts 1");
        FileOutcome unread = FileOutcome.of(ruby, List.of(new Reading("sonar", Reach.NONE, Optional.empty())));
        assertThat(conclude(Set.of(), List.of(read(FIRST), unread)).verdict().gate())
                .isEqualTo(Gate.INCOMPLETE);
        FileOutcome searched = FileOutcome.of(ruby, List.of(new Reading("sonar", Reach.SECRETS, Optional.empty())));
        assertThat(searched.status()).isEqualTo(FileCoverage.Status.PARTIAL);
        assertThat(conclude(Set.of(), List.of(read(FIRST), searched)).verdict().gate())
                .isEqualTo(Gate.INCOMPLETE);
    }

    @Test
    void does_not_hold_data_and_prose_against_a_review_when_only_searched_for_secrets() {
        SourceFile readme = new SourceFile("README.md", Language.MARKDOWN, "# Read me");
        FileOutcome searched = FileOutcome.of(readme, List.of(new Reading("sonar", Reach.SECRETS, Optional.empty())));
        ReviewReport report = conclude(Set.of(), List.of(read(FIRST), searched));
        assertThat(report.verdict().gate()).isEqualTo(Gate.PASSED);
        assertThat(report.summary()).contains("1 file reviewed in part: README.md (searched for secrets only");
    }

    @Test
    void calls_a_file_partly_reviewed_when_one_of_two_analysers_failed_on_it() {
        FileOutcome outcome = FileOutcome.of(
                FIRST,
                List.of(
                        new Reading("sonar", Reach.RULES, Optional.empty()),
                        new Reading("flow", Reach.RULES, Optional.of("it stopped with an error"))));
        assertThat(outcome.status()).isEqualTo(FileCoverage.Status.PARTIAL);
        assertThat(conclude(Set.of(), List.of(outcome)).verdict().gate()).isEqualTo(Gate.INCOMPLETE);
    }

    @Test
    void shows_and_judges_only_the_areas_asked_for_and_says_so() {
        ReviewReport report = conclude(
                Set.of(FocusArea.PERFORMANCE),
                List.of(read(FIRST)),
                at("a.py", 1),
                at("a.py", 2).category(Category.PERFORMANCE).severity(Severity.LOW));
        assertThat(report.findings()).extracting(Finding::category).containsOnly(Category.PERFORMANCE);
        assertThat(report.verdict().gate()).isEqualTo(Gate.PASSED);
        assertThat(report.verdict().conditions())
                .extracting(Condition::metric)
                .containsExactly("critical_issues", "high_issues", "unread_files");
        assertThat(report.summary()).contains("Limited to performance; 1 finding outside is not shown and not judged.");
        assertThat(report.scores().security())
                .as("scores count what was found, shown or not")
                .isLessThan(10);
    }

    @Test
    void names_a_few_files_and_counts_the_rest() {
        List<FileOutcome> outcomes = Stream.concat(
                        Stream.of(read(FIRST)),
                        Stream.of("g1.py", "g2.py", "g3.py", "g4.py", "g5.py").map(ConcludeReviewTest::aside))
                .toList();
        assertThat(conclude(Set.of(), outcomes).summary())
                .contains("5 files not reviewed: g1.py (")
                .contains(") and 2 more.");
    }

    @Test
    void lists_every_file_in_the_receipt_by_path() {
        ReviewReport report = conclude(Set.of(), List.of(read(SECOND), aside("aa.py"), read(FIRST)));
        assertThat(report.coverage().files()).extracting(FileCoverage::path).containsExactly("a.py", "aa.py", "b.py");
    }
}
