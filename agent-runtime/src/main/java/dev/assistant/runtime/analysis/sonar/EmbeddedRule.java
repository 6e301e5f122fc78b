package dev.assistant.runtime.analysis.sonar;

import dev.assistant.review.Category;
import dev.assistant.review.Language;
import dev.assistant.review.Severity;
import java.util.List;

/**
 * A rule of an embedded analyser that reviews apply.
 *
 * @param id with its repository, such as {@code python:S4830}
 * @param cwe such as {@code CWE-89}
 * @param confidence how often its findings are right, 0 to 1
 * @param analyser the analyser's name and version
 */
public record EmbeddedRule(
        String id,
        Language language,
        String title,
        List<String> cwe,
        Severity severity,
        Category category,
        double confidence,
        String analyser) {
    public EmbeddedRule {
        cwe = List.copyOf(cwe);
    }
}
