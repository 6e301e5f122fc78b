package dev.assistant.adapters.report;

import static dev.assistant.testkit.FindingBuilder.aFinding;
import static dev.assistant.testkit.ReportBuilder.aReportOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.adapters.json.ReviewJson;
import dev.assistant.review.Disagreement;
import dev.assistant.review.Finding;
import dev.assistant.review.ReviewReport;
import dev.assistant.review.Severity;
import dev.assistant.testkit.WireSamples;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports read well, and nothing that was submitted can do more in them than be read. */
class MarkdownReportTest {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), AutolinkExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();

    @Test
    void tells_verdict_coverage_and_findings_by_severity() {
        String report = write(ReviewJson.toReport(WireSamples.read("results")));

        assertThat(report)
                .startsWith("# Code review: failed\n")
                .containsSubsequence(
                        "| critical issues | at most 0 | 1 | **broken** |",
                        "## Coverage",
                        "| app/static/vendor.min.js | no | minified |",
                        "## Critical (1)",
                        "`app/db.py:3`",
                        "## High (1)",
                        "```python\n",
                        "1. `app/db.py:6` The value comes in here.",
                        "**Change:** Bind the name as a parameter",
                        "## Info (1)");
        assertThat(report).doesNotContain("## Medium", "## Dismissed");
    }

    @Test
    void tells_what_the_whole_comes_to_and_where_agents_disagree() {
        String report = write(ReviewJson.toReport(WireSamples.read("results-decided")));

        assertThat(report)
                .containsSubsequence(
                        "## Decision: reject",
                        "- 1 critical issue.",
                        "**documentation** (documentation\\_agent): did not come to its end",
                        "**security** (security\\_auditor): needs work",
                        "## Critical (1)",
                        "**code\\_analyzer holds it wrong:** The password belongs to a test database.",
                        "**security\\_auditor holds it of critical severity:**",
                        "Models: gpt-4.1-mini");
    }

    @Test
    void dismissed_findings_stay_visible_apart_from_the_others() {
        String report = write(aReportOf(aFinding()
                        .triaged(FinishedReviews.dismissal("a constant"))
                        .build())
                .build());

        assertThat(report).doesNotContain("## High").contains("## Dismissed (1)", "(false positive: a constant)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[click](javascript:alert(1))",
                "![pixel](https://evil.example/p.png)",
                "https://evil.example www.evil.example mail@evil.example",
                "<https://evil.example>",
                "[ref]: https://evil.example\n[ref]",
                "x\n```\n</code></pre>\n# A heading\n[click](https://evil.example)",
                "~~~\n`````\n<b>bold</b>\n| a | b |\n| - | - |",
                "`\n``` ```` <i>",
                "\\[click](https://evil.example)",
                "\\`<b>`",
                "&lt;b&gt; &#60;b&#62;",
                "    <b>indented</b>",
                "- [ ] <b>\n1. <i>",
                "text\n===\ntext\n---\n",
                "> quote\n\n<div>"
            })
    void nothing_submitted_breaks_out_of_its_place(String hostile) {
        Finding finding = aFinding()
                .saying(hostile)
                .suggesting(hostile)
                .quoting(hostile)
                .inFile(hostile.replaceAll("\\s", " "))
                .disputed(new Disagreement("code_analyzer", hostile, Optional.empty()))
                .build();
        Finding dismissed = aFinding()
                .saying(hostile)
                .triaged(FinishedReviews.dismissal(hostile))
                .build();

        String html =
                RENDERER.render(PARSER.parse(write(aReportOf(finding, dismissed).build())));

        String harmless = RENDERER.render(PARSER.parse(write(
                aReportOf(aFinding().suggesting("plain").build(), dismissed("")).build())));
        assertThat(html).doesNotContain("<a ", "<img", "<script", "<b>", "<i>", "<div>");
        assertThat(headings(html)).isEqualTo(headings(harmless));
        assertThat(count(html, "<table>")).isEqualTo(count(harmless, "<table>"));
    }

    @Test
    void mentions_and_text_that_reorders_itself_are_shown_as_what_they_are() {
        String report = write(aReportOf(aFinding()
                        .saying("@everyone look")
                        .quoting("if (x) { \u202e } // \u2066 admin")
                        .build())
                .build());

        assertThat(report).contains("### `@everyone` look", "\\u202e").doesNotContain("\u202e", "\u2066");
    }

    @Test
    void a_suggestion_keeps_its_own_code_and_lists() {
        String html = RENDERER.render(PARSER.parse(write(aReportOf(aFinding()
                        .suggesting("Use `bind` here:\n\n- first\n\n```java\nint a < b;\n```\nDone.")
                        .build())
                .build())));

        assertThat(html)
                .contains("Use <code>bind</code> here:")
                .contains("<li>first</li>")
                .contains("<pre><code class=\"language-java\">int a &lt; b;\n</code></pre>")
                .contains("<p>Done.</p>");
    }

    @Test
    void severities_come_worst_first() {
        String report = write(aReportOf(
                        aFinding().withSeverity(Severity.LOW).build(),
                        aFinding().withSeverity(Severity.CRITICAL).build())
                .build());

        assertThat(report.indexOf("## Critical")).isLessThan(report.indexOf("## Low"));
    }

    private static Finding dismissed(String comment) {
        return aFinding().triaged(FinishedReviews.dismissal(comment)).build();
    }

    private static long headings(String html) {
        return Pattern.compile("<h[1-6]>").matcher(html).results().count();
    }

    private static long count(String html, String text) {
        return Pattern.compile(Pattern.quote(text)).matcher(html).results().count();
    }

    private static String write(ReviewReport report) {
        return MarkdownReport.write(FinishedReviews.of(report));
    }
}
