package dev.assistant.runtime.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.assistant.identity.UserId;
import dev.assistant.review.AgentUsage;
import dev.assistant.review.AnalysisMode;
import dev.assistant.review.ConcludeReview;
import dev.assistant.review.FileCoverage;
import dev.assistant.review.Finding;
import dev.assistant.review.FocusArea;
import dev.assistant.review.IgnoredPaths;
import dev.assistant.review.Language;
import dev.assistant.review.QualityGate;
import dev.assistant.review.QualityGate.Limit;
import dev.assistant.review.QualityGate.Metric;
import dev.assistant.review.ReviewReport;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.ReviewSettings;
import dev.assistant.review.Reviews.FileSource;
import dev.assistant.review.Severity;
import dev.assistant.review.SourceFile;
import dev.assistant.review.Triage;
import dev.assistant.review.Verdict;
import dev.assistant.review.Verdict.Gate;
import dev.assistant.runtime.ScriptedEngine;
import dev.assistant.runtime.analysis.AnalysisEngine;
import dev.assistant.runtime.analysis.engine.SourceCodeEngine;
import dev.assistant.runtime.analysis.syntax.SyntaxParser;
import dev.assistant.runtime.source.Obtaining;
import dev.assistant.runtime.workflow.JobRun;
import dev.assistant.runtime.workflow.Workflow.Outcome;
import dev.assistant.testkit.InMemoryJobStore;
import dev.assistant.testkit.ReviewRequestBuilder;
import dev.assistant.testkit.TestClock;
import dev.assistant.workflow.Decision;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.Leases;
import dev.assistant.workflow.Leases.Checkpoint;
import dev.assistant.workflow.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodeReviewTest {
    private final TestClock clock = new TestClock();
    private final InMemoryJobStore store = new InMemoryJobStore();
    private final UserId owner = new UserId(UUID.randomUUID());
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private final List<String> said = new ArrayList<>();

    private static SourceFile python(String path, String... lines) {
        return new SourceFile(path, Language.PYTHON, String.join("\n", lines) + "\n");
    }

    private ReviewReport review(AnalysisEngine engine, SourceFile first, SourceFile... more)
            throws InterruptedException {
        return review(List.of(engine), ReviewRequestBuilder.aReviewOf(owner).withFiles(first, more));
    }

    private ReviewReport review(List<AnalysisEngine> engines, ReviewRequestBuilder request)
            throws InterruptedException {
        return run(store.reviews().add(request.build(), Optional.empty(), clock.instant()), engines);
    }

    private ReviewReport run(JobId id, List<AnalysisEngine> engines) throws InterruptedException {
        CodeReview workflow = new CodeReview(
                ReviewKind.all(name -> Optional.empty()).getFirst(),
                store.reviews(),
                store.triages(),
                Obtaining.submitted(store.reviews()),
                engines,
                store.units(),
                new ConcludeReview(),
                clock);
        Outcome outcome = workflow.run(new Run(store.jobs().byId(owner, id)));
        return switch (outcome) {
            case Outcome.Reviewed reviewed -> reviewed.report();
            case Outcome.Refused refused -> throw new AssertionError(refused.explanation());
            case Outcome.Produced produced -> throw new AssertionError(produced);
            case Outcome.Asks asks -> throw new AssertionError(asks);
        };
    }

    /** Writes down what a workflow tells, in order. */
    private final class Run implements JobRun {
        private final Job job;

        private Run(Job job) {
            this.job = job;
        }

        @Override
        public Job job() {
            return job;
        }

        @Override
        public void progress(String step, int percent) {
            said.add(step + " " + percent);
        }

        @Override
        public void unpack(ReviewRequest request, FileSource files) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void say(String agent, String message) {
            said.add(agent + ": " + message);
        }

        @Override
        public void said(Turn turn) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Turn> turns() {
            return List.of();
        }

        @Override
        public Optional<Decision> decision(String step) {
            return Optional.empty();
        }

        @Override
        public void found(Finding finding) {
            said.add("found " + finding.path());
        }

        @Override
        public void store(Checkpoint checkpoint) {
            checkpoints.add(checkpoint);
        }

        @Override
        public List<Checkpoint> stored() {
            return List.copyOf(checkpoints);
        }
    }

    @Test
    void tells_what_it_does_and_counts() throws InterruptedException {
        review(
                ScriptedEngine.reading(),
                python("b.py", "eval(x)", "eval(y)"),
                python("a.py", "x = 1"),
                python("gen.py", "# @generated", "x = 1"));
        assertThat(said)
                .containsExactly(
                        "preparing 0",
                        "code_analyzer: 2 files, 3 lines of Python. 1 file set aside: generated code.",
                        "analyzing 10",
                        "found b.py",
                        "found b.py",
                        "executor: Files 1 to 2 of 2 read with scripted: 2 findings.",
                        "analyzing 90",
                        "concluding 95",
                        "code_analyzer: 2 findings in all. Gate failed.");
    }

    @Test
    void what_was_dismissed_stays_dismissed_and_does_not_count() throws InterruptedException {
        List<AnalysisEngine> engines = List.of(ScriptedEngine.reading());
        JobId id = store.reviews()
                .add(
                        ReviewRequestBuilder.aReviewOf(owner)
                                .withFiles(python("a.py", "eval(x)"))
                                .build(),
                        Optional.empty(),
                        clock.instant());
        ReviewReport first = run(id, engines);

        store.triages()
                .remember(
                        id,
                        first.findings().getFirst(),
                        new Triage(
                                Triage.State.DISMISSED,
                                Optional.of(Triage.Reason.USED_IN_TESTS),
                                Optional.empty(),
                                owner,
                                clock.instant(),
                                Optional.empty()));
        ReviewReport second = run(id, engines);

        assertThat(first.verdict().gate()).isEqualTo(Verdict.Gate.FAILED);
        assertThat(second.verdict().gate()).isEqualTo(Verdict.Gate.PASSED);
        assertThat(second.scores().security()).isEqualTo(10);
        assertThat(second.findings()).hasSize(1).noneMatch(Finding::isCounted);
        assertThat(second.summary()).contains("No findings in 1 file", "1 dismissed finding not counted.");
    }

    @Test
    void says_what_is_new_worse_unchanged_and_gone_since_the_baseline() throws InterruptedException {
        JobId before = completed(python("a.py", "eval(x)", "eval(y)"), python("skipped.py", "eval(s)"));

        ReviewReport report = review(
                List.of(ScriptedEngine.reading()),
                ReviewRequestBuilder.aReviewOf(owner)
                        .withFiles(
                                python("a.py", "", "eval(x)", "eval(z)"),
                                python("skipped.py", "# @generated", "eval(s)"))
                        .comparedWith(before));

        assertThat(report.findings())
                .extracting(finding -> finding.quote() + " " + finding.change().orElseThrow())
                .containsExactlyInAnyOrder("eval(x) UNCHANGED", "eval(z) NEW");
        assertThat(report.baseline().orElseThrow().gone())
                .extracting(Finding::quote)
                .containsExactly("eval(y)");
    }

    @Test
    void a_baseline_that_was_deleted_is_none() throws InterruptedException {
        ReviewReport report = review(
                List.of(ScriptedEngine.reading()),
                ReviewRequestBuilder.aReviewOf(owner)
                        .withFiles(python("a.py", "eval(x)"))
                        .comparedWith(new JobId(UUID.randomUUID())));

        assertThat(report.baseline()).isEmpty();
        assertThat(report.findings().getFirst().change()).isEmpty();
    }

    private JobId completed(SourceFile first, SourceFile... more) throws InterruptedException {
        JobId id = store.reviews()
                .add(
                        ReviewRequestBuilder.aReviewOf(owner)
                                .withFiles(first, more)
                                .build(),
                        Optional.empty(),
                        clock.instant());
        ReviewReport report = run(id, List.of(ScriptedEngine.reading()));
        checkpoints.clear();
        Leases.Claim claim = store.leases().claim(id, "worker", clock.instant());
        store.reviews().complete(((Leases.Claim.Granted) claim).lease(), report, clock.instant());
        return id;
    }

    @Test
    void reports_deterministic_analysis_with_real_durations_and_no_tokens() throws InterruptedException {
        ScriptedEngine engine = ScriptedEngine.doing((call, files) -> clock.advance(Duration.ofMillis(1_250)));
        ReviewReport report = review(engine, python("a.py", "x = 1"));
        assertThat(report.mode()).isEqualTo(AnalysisMode.DETERMINISTIC);
        assertThat(report.agents()).extracting(AgentUsage::agent).containsExactly("code_analyzer", "executor");
        assertThat(report.agents().getLast().duration()).isEqualTo(Duration.ofMillis(1_250));
        assertThat(report.agents())
                .allSatisfy(usage ->
                        assertThat(usage.inputTokens() + usage.outputTokens()).isZero());
    }

    @Test
    void follows_the_settings_of_the_project() throws InterruptedException {
        ReviewSettings settings = new ReviewSettings(
                new QualityGate(List.of(new Limit(Metric.ISSUES, 1))), new IgnoredPaths(List.of("gen/")));
        ReviewRequestBuilder request = ReviewRequestBuilder.aReviewOf(owner)
                .withFiles(python("a.py", "eval(x)"), python("gen/b.py", "eval(x)", "eval(y)"))
                .under(settings);

        ReviewReport report = review(List.of(ScriptedEngine.reading()), request);

        assertThat(report.findings()).extracting(Finding::path).containsExactly("a.py");
        assertThat(report.coverage().files())
                .extracting(FileCoverage::path, FileCoverage::status, FileCoverage::reason)
                .containsExactly(
                        tuple("a.py", FileCoverage.Status.REVIEWED, Optional.empty()),
                        tuple("gen/b.py", FileCoverage.Status.SKIPPED, Optional.of("ignored by the project (gen/)")));
        assertThat(report.verdict().gate()).isEqualTo(Verdict.Gate.PASSED);
        assertThat(report.verdict().conditions())
                .extracting(Verdict.Condition::metric)
                .containsExactly("issues", "unread_files");
    }

    @Test
    void goes_on_after_the_batches_that_were_stored() throws InterruptedException {
        SourceFile[] files = IntStream.range(0, 90)
                .mapToObj(n -> python("f%02d.py".formatted(n), "eval(a%d)".formatted(n)))
                .toArray(SourceFile[]::new);
        ReviewRequestBuilder request = ReviewRequestBuilder.aReviewOf(owner)
                .withFiles(files[0], List.of(files).subList(1, 90).toArray(SourceFile[]::new));
        ReviewReport whole = review(List.of(ScriptedEngine.reading()), request);
        assertThat(checkpoints).extracting(Checkpoint::step).containsExactly("analysed:0", "analysed:1", "analysed:2");

        checkpoints.removeLast();
        List<String> first = List.copyOf(said);
        said.clear();
        ScriptedEngine second = ScriptedEngine.reading();
        ReviewReport resumed = review(List.of(second), request);
        assertThat(second.read()).hasSize(10);
        assertThat(said).as("the same facts, so that none is told twice").isEqualTo(first);
        assertThat(resumed.findings()).isEqualTo(whole.findings());
        assertThat(resumed.coverage()).isEqualTo(whole.coverage());
    }

    @Test
    void shows_only_the_areas_asked_for() throws InterruptedException {
        ReviewReport report = review(
                List.of(ScriptedEngine.reading()),
                ReviewRequestBuilder.aReviewOf(owner)
                        .withFiles(python("a.py", "eval(x)"))
                        .focusedOn(FocusArea.PERFORMANCE));
        assertThat(report.findings()).isEmpty();
        assertThat(report.summary()).contains("1 finding outside is not shown");
        assertThat(said)
                .contains("executor: a.py read with scripted: no findings.")
                .doesNotContain("found a.py");
    }

    @Test
    void joins_what_two_analysers_report() throws InterruptedException {
        ReviewReport report = review(
                List.of(ScriptedEngine.reading(), ScriptedEngine.reading().named("other")),
                ReviewRequestBuilder.aReviewOf(owner).withFiles(python("a.py", "eval(x)")));
        assertThat(report.findings()).hasSize(1);
        assertThat(report.findings().getFirst().sources()).containsExactly("other", "scripted");
        assertThat(said).contains("executor: a.py read with scripted and other: 1 finding.");
    }

    @Test
    void keeps_what_one_analyser_found_when_another_fails_but_calls_that_incomplete() throws InterruptedException {
        AnalysisEngine broken = ScriptedEngine.doing((call, files) -> {
                    throw new IllegalStateException("x");
                })
                .named("broken");
        ReviewReport report = review(
                List.of(ScriptedEngine.reading(), broken),
                ReviewRequestBuilder.aReviewOf(owner).withFiles(python("a.py", "eval(x)")));
        assertThat(report.findings()).hasSize(1);
        assertThat(report.verdict().gate()).isEqualTo(Gate.INCOMPLETE);
        assertThat(report.coverage().files())
                .containsExactly(new FileCoverage(
                        "a.py", FileCoverage.Status.PARTIAL, Optional.of("broken: stopped with an error"), 1));
        assertThat(said)
                .contains(
                        "executor: a.py read with scripted and broken: 1 finding. 1 file could not be read to the end.");
    }

    @Test
    void says_so_when_nobody_reads_the_language() throws InterruptedException {
        ReviewReport report = review(ScriptedEngine.reading(), new SourceFile("a.rb", Language.RUBY, "puts 1"));
        assertThat(report.verdict().gate()).isEqualTo(Gate.INCOMPLETE);
        assertThat(said).contains("executor: No analyser reads these files.");
    }

    @Test
    void analyses_nothing_when_all_was_set_aside() throws InterruptedException {
        ScriptedEngine engine = ScriptedEngine.reading();
        ReviewReport report = review(engine, python("a.py", ""));
        assertThat(engine.read()).isEmpty();
        assertThat(report.verdict().gate()).isEqualTo(Gate.INCOMPLETE);
        assertThat(said).contains("code_analyzer: No file to review. 1 file set aside: empty.");
    }

    @Test
    void divides_long_submissions_also_by_size() throws InterruptedException {
        String long1 = "x = 1\n".repeat(100_000);
        ScriptedEngine engine = ScriptedEngine.reading();
        review(engine, python("a.py", long1), python("b.py", long1), python("c.py", "x = 1"));
        assertThat(checkpoints).hasSize(2);
    }

    @Test
    void stops_when_interrupted_and_keeps_the_batches_before() {
        Thread job = Thread.currentThread();
        ScriptedEngine engine = ScriptedEngine.doing((call, files) -> {
            if (call == 2) {
                job.interrupt();
                new CountDownLatch(1).await();
            }
        });
        SourceFile[] files = IntStream.range(0, 50)
                .mapToObj(n -> python("f%02d.py".formatted(n), "x = 1"))
                .toArray(SourceFile[]::new);
        assertThatThrownBy(() -> review(engine, python("a.py", "x = 1"), files))
                .isInstanceOf(InterruptedException.class);
        assertThat(checkpoints).hasSize(1);
    }

    /** More files than one batch holds, in the order in which they come. */
    private SourceFile[] spread(SourceFile last) {
        return Stream.concat(
                        IntStream.range(0, 50).mapToObj(i -> python("filler/f%02d.py".formatted(i), "x = " + i)),
                        Stream.of(last))
                .toArray(SourceFile[]::new);
    }

    private static final SourceFile PAGE = python(
            "app/page.py",
            "from flask import request",
            "from store.users import find",
            "def page(cursor):",
            "    return find(cursor, request.args['name'])");

    private static final SourceFile STORE = python(
            "store/users.py",
            "def find(cursor, name):",
            "    cursor.execute(\"SELECT * FROM users WHERE name = '\" + name + \"'\")");

    @Test
    void data_is_followed_from_file_to_file_of_a_large_submission() throws InterruptedException {
        try (SourceCodeEngine engine = new SourceCodeEngine(SyntaxParser.Limits.usual())) {
            ReviewReport report = review(engine, PAGE, spread(STORE));

            assertThat(report.findings())
                    .filteredOn(finding -> finding.cwe().contains("CWE-89"))
                    .extracting(
                            Finding::path,
                            finding -> finding.range().orElseThrow().startLine(),
                            Finding::severity)
                    .containsExactly(tuple("store/users.py", 2, Severity.CRITICAL));
            assertThat(report.findings().getFirst().related())
                    .extracting(step -> step.path())
                    .contains("app/page.py", "store/users.py");
        }
    }

    @Test
    void what_an_analyser_that_looks_across_files_found_is_kept_when_a_review_is_resumed() throws InterruptedException {
        JobId id = store.reviews()
                .add(
                        ReviewRequestBuilder.aReviewOf(owner)
                                .withFiles(PAGE, spread(STORE))
                                .build(),
                        Optional.empty(),
                        clock.instant());
        try (SourceCodeEngine engine = new SourceCodeEngine(SyntaxParser.Limits.usual())) {
            ReviewReport first = run(id, List.of(engine));
            checkpoints.removeIf(checkpoint -> checkpoint.step().startsWith("analysed:"));
            ReviewReport second = run(id, List.of(engine));

            assertThat(checkpoints)
                    .extracting(Checkpoint::step)
                    .containsExactly("across:0", "analysed:0", "analysed:1");
            assertThat(second.findings()).isEqualTo(first.findings()).isNotEmpty();
        }
    }
}
