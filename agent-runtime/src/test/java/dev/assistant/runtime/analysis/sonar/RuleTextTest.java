package dev.assistant.runtime.analysis.sonar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleTextTest {
    @Test
    void turns_html_into_markdown() {
        String html = """
                <h2>Why?</h2>
                <p>Use <code>a &lt; b</code>,
                <strong>never</strong> <a href="https://example.org/?a=1&amp;b=2">this</a>.</p>
                <ul>
                  <li> one </li>
                  <li> two </li>
                </ul>
                <pre data-diff-id="1">
                if (a &lt; b) {
                    <em>run</em>();
                }
                </pre>
                """;

        assertThat(Markdown.of(html)).isEqualTo("""
                        ## Why?

                        Use `a < b`, **never** [this](https://example.org/?a=1&b=2).

                        - one
                        - two

                        ```
                        if (a < b) {
                            run();
                        }
                        ```""");
    }

    @Test
    void the_remedy_is_what_the_rule_says_about_fixing_without_its_examples() {
        String html = """
                <h2>Why is this an issue?</h2><p>It is.</p>
                <h2>How to fix it in Flask</h2><p>Do that.</p><h3>Code examples</h3><pre>code</pre>
                <h2>Resources</h2><p>Books.</p>
                """;

        assertThat(RuleText.of(html).remedy()).isEqualTo("Do that.");
    }

    @Test
    void of_a_hotspot_the_remedy_is_the_recommended_practice() {
        String html = """
                <p>Careful.</p><h2>Ask Yourself Whether</h2><p>Hm.</p>
                <h2>Recommended Secure Coding Practices</h2><ul><li>Do that.</li></ul>
                <h2>Compliant Solution</h2><pre>code</pre>
                """;

        assertThat(RuleText.of(html).remedy()).isEqualTo("- Do that.");
    }

    @Test
    void a_rule_that_says_nothing_about_fixing_has_no_remedy() {
        assertThat(RuleText.of("<p>Careful.</p>")).isEqualTo(new RuleText("Careful.", ""));
    }
}
