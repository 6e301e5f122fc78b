package dev.assistant.runtime.review;

import static dev.assistant.testkit.ReviewRequestBuilder.aReviewOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assistant.identity.UserId;
import dev.assistant.review.Change;
import dev.assistant.review.ConcludeReview;
import dev.assistant.review.FileCoverage;
import dev.assistant.review.Finding;
import dev.assistant.review.Language;
import dev.assistant.review.ReviewReport;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.Reviews.FileSource;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.ScriptedEngine;
import dev.assistant.runtime.analysis.AnalysisEngine;
import dev.assistant.runtime.analysis.engine.SourceCodeEngine;
import dev.assistant.runtime.analysis.syntax.SyntaxParser;
import dev.assistant.runtime.source.Obtaining;
import dev.assistant.runtime.workflow.JobRun;
import dev.assistant.runtime.workflow.Workflow.Outcome;
import dev.assistant.testkit.InMemoryJobStore;
import dev.assistant.testkit.TestClock;
import dev.assistant.workflow.Decision;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.Leases.Checkpoint;
import dev.assistant.workflow.Leases.Claim;
import dev.assistant.workflow.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a review takes over from the one that it is compared with. */
class UnchangedFilesTest {
    private static final SourceFile SAME = python("same.py", "eval(a)");
    private static final SourceFile OTHER = python("other.py", "x = 1");

    private final TestClock clock = new TestClock();
    private final InMemoryJobStore store = new InMemoryJobStore();
    private final UserId owner = new UserId(UUID.randomUUID());
    private final List<String> said = new ArrayList<>();

    @Test
    void are_not_analysed_again_and_the_receipt_says_so() throws InterruptedException {
        Done first =
                review(List.of(ScriptedEngine.reading()), Optional.empty(), SAME, OTHER, python("c.py", "eval(c)"));
        ScriptedEngine engine = ScriptedEngine.reading();

        Done second = review(List.of(engine), Optional.of(first), SAME, OTHER, python("c.py", "", "eval(c)"));

        assertThat(engine.read()).containsExactly("c.py");
        assertThat(second.report().coverage().files())
                .extracting(FileCoverage::path, FileCoverage::status, FileCoverage::reused)
                .containsExactly(
                        tuple("c.py", FileCoverage.Status.REVIEWED, false),
                        tuple("other.py", FileCoverage.Status.REVIEWED, true),
                        tuple("same.py", FileCoverage.Status.REVIEWED, true));
        assertThat(second.report().summary()).contains("Results of 2 unchanged files reused.");
        assertThat(said).anyMatch(message -> message.endsWith("All are unchanged since an earlier review."));
        assertThat(second.report().findings())
                .extracting(Finding::path, Finding::change)
                .containsExactlyInAnyOrder(
                        tuple("same.py", Optional.of(Change.UNCHANGED)), tuple("c.py", Optional.of(Change.UNCHANGED)));
    }

    @Test
    void give_the_findings_that_analysing_them_gives() throws InterruptedException {
        Done first = review(List.of(ScriptedEngine.reading()), Optional.empty(), SAME, OTHER);

        Done second = review(List.of(ScriptedEngine.reading()), Optional.of(first), SAME, OTHER);

        assertThat(second.report().findings())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("change")
                .isEqualTo(first.report().findings());
    }

    @Test
    void are_known_to_the_review_after_the_next() throws InterruptedException {
        Done first = review(List.of(ScriptedEngine.reading()), Optional.empty(), SAME);
        Done second = review(List.of(ScriptedEngine.reading()), Optional.of(first), SAME);
        ScriptedEngine engine = ScriptedEngine.reading();

        review(List.of(engine), Optional.of(second), SAME);

        assertThat(engine.read()).isEmpty();
    }

    @Test
    void are_analysed_again_when_the_analyser_is_another() throws InterruptedException {
        Done first = review(List.of(ScriptedEngine.reading()), Optional.empty(), SAME);
        ScriptedEngine newer = ScriptedEngine.reading().ofVersion("2");

        Done second = review(List.of(newer), Optional.of(first), SAME);

        assertThat(newer.read()).containsExactly("same.py");
        assertThat(second.report().coverage().provenance().rulesVersion())
                .isPresent()
                .isNotEqualTo(first.report().coverage().provenance().rulesVersion());
    }

    @Test
    void are_analysed_again_when_the_analyser_had_failed_on_them() throws InterruptedException {
        ScriptedEngine failing = ScriptedEngine.doing((call, files) -> {
            throw new IllegalStateException("x");
        });
        Done first = review(List.of(failing), Optional.empty(), SAME);
        ScriptedEngine engine = ScriptedEngine.reading();

        Done second = review(List.of(engine), Optional.of(first), SAME);

        assertThat(engine.read()).containsExactly("same.py");
        assertThat(second.report().findings()).hasSize(1);
    }

    @Test
    void are_followed_again_when_data_comes_from_a_file_that_changed() throws InterruptedException {
        SourceFile users = python(
                "store/users.py",
                "def find(cursor, name):",
                "    cursor.execute(\"SELECT * FROM users WHERE name = '\" + name + \"'\")");
        String[] page = {
            "from flask import request",
            "from store.users import find",
            "def page(cursor):",
            "    return find(cursor, request.args['name'])"
        };
        try (SourceCodeEngine engine = new SourceCodeEngine(SyntaxParser.Limits.usual())) {
            List<AnalysisEngine> engines = List.of(engine, ScriptedEngine.reading());
            Done first = review(engines, Optional.empty(), python("page.py", page), users);
            Done unchanged = review(engines, Optional.of(first), python("page.py", page), users);
            page[3] = "    return find(cursor, 'admin')";
            Done fixed = review(engines, Optional.of(unchanged), python("page.py", page), users);

            assertThat(first.injections()).containsExactly("store/users.py");
            assertThat(unchanged.injections()).containsExactly("store/users.py");
            assertThat(fixed.injections()).isEmpty();
            assertThat(fixed.report().baseline().orElseThrow().gone())
                    .extracting(Finding::path)
                    .containsExactly("store/users.py");
        }
    }

    /** A review that has completed. */
    private record Done(JobId job, ReviewReport report) {
        List<String> injections() {
            return report.findings().stream()
                    .filter(finding -> finding.cwe().contains("CWE-89"))
                    .map(Finding::path)
                    .toList();
        }
    }

    private Done review(List<AnalysisEngine> engines, Optional<Done> baseline, SourceFile first, SourceFile... more)
            throws InterruptedException {
        var builder = aReviewOf(owner).withFiles(first, more);
        baseline.ifPresent(done -> builder.comparedWith(done.job()));
        JobId job = store.reviews().add(builder.build(), Optional.empty(), clock.instant());
        CodeReview workflow = new CodeReview(
                ReviewKind.all(name -> Optional.empty()).getFirst(),
                store.reviews(),
                store.triages(),
                Obtaining.submitted(store.reviews()),
                engines,
                store.units(),
                new ConcludeReview(),
                clock);
        ReviewReport report = ((Outcome.Reviewed) workflow.run(new Run(job))).report();
        Claim claim = store.leases().claim(job, "worker", clock.instant());
        store.reviews().complete(((Claim.Granted) claim).lease(), report, clock.instant());
        return new Done(job, report);
    }

    private static SourceFile python(String path, String... lines) {
        return new SourceFile(path, Language.PYTHON, String.join("\n", lines) + "\n");
    }

    private final class Run implements JobRun {
        private final JobId id;

        private Run(JobId id) {
            this.id = id;
        }

        @Override
        public Job job() {
            return store.jobs().byId(owner, id);
        }

        @Override
        public void progress(String step, int percent) {}

        @Override
        public void unpack(ReviewRequest request, FileSource files) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void say(String agent, String message) {
            said.add(message);
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
        public void found(Finding finding) {}

        @Override
        public void store(Checkpoint checkpoint) {}

        @Override
        public List<Checkpoint> stored() {
            return List.of();
        }
    }
}
