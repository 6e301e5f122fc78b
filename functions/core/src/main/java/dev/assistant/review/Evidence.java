package dev.assistant.review;

import java.util.List;
import java.util.Optional;

/**
 * What one analyser reported about one place.
 *
 * @param engine the analyser, such as {@code sonar}
 * @param ruleId the rule, in the analyser's own namespace, such as {@code python:S4830}
 * @param suggestion how to fix it, in words
 * @param cwe weakness ids such as {@code CWE-89}; empty when none applies
 * @param confidence how likely the report is right, 0 to 1
 */
public record Evidence(
        String engine,
        String ruleId,
        Severity severity,
        Category category,
        String path,
        TextRange range,
        String message,
        Optional<String> suggestion,
        Optional<Fix> fix,
        List<String> cwe,
        double confidence,
        List<RelatedLocation> related) {
    public Evidence {
        cwe = List.copyOf(cwe);
        related = List.copyOf(related);
        if (confidence < 0 || confidence > 1) {
            throw new IllegalArgumentException("confidence must be 0 to 1, was " + confidence);
        }
    }
}
