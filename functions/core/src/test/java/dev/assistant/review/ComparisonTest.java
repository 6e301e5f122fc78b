package dev.assistant.review;

import static dev.assistant.review.Reports.at;
import static dev.assistant.review.Reports.python;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.identity.UserId;
import dev.assistant.review.Comparison.Compared;
import dev.assistant.review.FileOutcome.Reading;
import dev.assistant.workflow.JobId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void moved_lines_and_new_indentation_change_nothing() {
        Compared compared = compared(
                List.of(python("a.py", "eval(x)", "eval(y)")),
                List.of(python("a.py", "", "", "if z:", "    eval(y)", "eval(x)")));

        assertThat(compared.findings()).extracting(Finding::change).containsOnly(Optional.of(Change.UNCHANGED));
        assertThat(compared.baseline().gone()).isEmpty();
    }

    @Test
    void findings_of_a_renamed_file_are_neither_new_nor_gone() {
        Compared compared = compared(
                List.of(python("app/old.py", "eval(x)", "eval(y)"), python("b.py", "eval(b)")),
                List.of(python("core/new.py", "eval(x)", "eval(z)", "eval(y)"), python("b.py", "eval(b)")));

        assertThat(changes(compared))
                .containsExactlyInAnyOrder(
                        "eval(x) UNCHANGED", "eval(y) UNCHANGED", "eval(z) NEW", "eval(b) UNCHANGED");
        assertThat(compared.baseline().gone()).isEmpty();
    }

    @Test
    void a_copy_is_new_while_the_original_stays() {
        Compared compared = compared(
                List.of(python("a.py", "eval(x)")), List.of(python("a.py", "eval(x)"), python("b.py", "eval(x)")));

        assertThat(changes(compared)).containsExactlyInAnyOrder("eval(x) UNCHANGED", "eval(x) NEW");
    }

    @Test
    void of_two_likely_files_the_one_of_the_same_name_is_meant() {
        Compared compared = compared(
                List.of(python("old/a.py", "eval(x)")),
                List.of(python("new/0.py", "eval(x)"), python("new/a.py", "eval(x)")));

        assertThat(compared.findings())
                .filteredOn(finding -> finding.change().equals(Optional.of(Change.UNCHANGED)))
                .extracting(Finding::path)
                .containsExactly("new/a.py");
    }

    @Test
    void a_file_that_has_little_of_a_former_one_is_another() {
        Compared compared = compared(
                List.of(python("old.py", "eval(a)", "eval(b)", "eval(c)")), List.of(python("new.py", "eval(a)")));

        assertThat(changes(compared)).containsExactly("eval(a) NEW");
        assertThat(compared.baseline().gone()).hasSize(3);
    }

    private static List<String> changes(Compared compared) {
        return compared.findings().stream()
                .map(finding -> finding.quote() + " " + finding.change().orElseThrow())
                .toList();
    }

    private static Compared compared(List<SourceFile> before, List<SourceFile> now) {
        ReviewRequest request = new ReviewRequest(
                new JobId(new UUID(0, 1)),
                new UserId(new UUID(0, 2)),
                "quick_code_review",
                now,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                ReviewSettings.DEFAULT,
                Optional.empty());
        Set<String> paths = before.stream().map(SourceFile::path).collect(Collectors.toUnmodifiableSet());
        return new Comparison(new JobId(new UUID(0, 3)), findings(before), paths)
                .with(
                        request,
                        findings(now),
                        now.stream()
                                .map(file -> FileOutcome.of(
                                        file, List.of(new Reading("sonar", Reach.RULES, Optional.empty()))))
                                .toList());
    }

    /** One in each line with {@code eval}. */
    private static List<Finding> findings(List<SourceFile> files) {
        List<Evidence> evidence = files.stream()
                .flatMap(file -> {
                    List<String> lines = Arrays.asList(file.content().split("\n"));
                    return IntStream.range(0, lines.size())
                            .filter(line -> lines.get(line).contains("eval"))
                            .mapToObj(line -> at(file.path(), line + 1).evidence());
                })
                .toList();
        return MergeEvidence.merge(files, evidence).findings();
    }
}
