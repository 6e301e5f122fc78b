package dev.assistant.runtime.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.review.Category;
import dev.assistant.review.Finding;
import dev.assistant.review.Fix;
import dev.assistant.review.Language;
import dev.assistant.review.Severity;
import dev.assistant.review.Shelf;
import dev.assistant.review.SourceFile;
import dev.assistant.review.TextRange;
import dev.assistant.runtime.github.PullRequests.ChangedFile;
import dev.assistant.runtime.github.PullRequests.Comment;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReviewCommentsTest {
    private static final SourceFile FILE =
            new SourceFile("a.py", Language.PYTHON, "one = 1\ntwo = eval(x)  # ```` here\nthree = 3\n");

    @Test
    void a_fix_becomes_a_suggestion_of_whole_lines_that_its_code_cannot_end() {
        TextRange range = new TextRange(2, 1, 2, 14);
        Fix fix = new Fix("Parse it", new TextRange(2, 7, 2, 14), "literal_eval(x)");

        Comment comment = comment(finding("Do not.", range, Optional.of(fix)));

        assertThat(comment.firstLine()).isEqualTo(2);
        assertThat(comment.body()).contains("`````suggestion\ntwo = literal_eval(x)  # ```` here\n`````");
    }

    @Test
    void a_message_mentions_nobody_and_loads_nothing() {
        Comment comment = comment(finding(
                "@everyone see ![x](https://evil.example/p.png) <img src=x> #12",
                new TextRange(2, 1, 2, 4),
                Optional.empty()));

        assertThat(comment.body())
                .doesNotContain("@everyone", "](", "https://", "<img", "#12")
                .contains("everyone");
    }

    @Test
    void only_lines_that_the_pull_request_changes_are_remarked_on() {
        assertThat(comments(finding("x", new TextRange(1, 1, 1, 2), Optional.empty())))
                .isEmpty();
        assertThat(comments(finding("x", new TextRange(2, 1, 3, 2), Optional.empty())))
                .isEmpty();
        assertThat(comments(finding("x", new TextRange(2, 1, 2, 2), Optional.empty())))
                .hasSize(1);
    }

    private static Comment comment(Finding finding) {
        return comments(finding).getFirst();
    }

    private static List<Comment> comments(Finding finding) {
        ChangedLines changed = ChangedLines.of(List.of(new ChangedFile(
                "a.py",
                Optional.of(
                        "@@ -1,3 +1,3 @@ def f():\n one = 1\n-two = 2\n+two = eval(x)\n three = 3\n\\ No newline"))));
        ReviewComments comments = new ReviewComments(changed, List.of(FILE));
        return comments.of(comments.worst(List.of(finding)));
    }

    private static Finding finding(String message, TextRange range, Optional<Fix> fix) {
        return new Finding(
                "1",
                Severity.HIGH,
                Category.SECURITY,
                "a.py",
                Optional.of(range),
                message,
                Optional.empty(),
                fix,
                "python:eval",
                List.of(),
                1,
                List.of("test"),
                "f",
                Shelf.TOOL_CONFIRMED,
                "",
                List.of());
    }
}
