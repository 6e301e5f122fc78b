package dev.assistant.api.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule on the wire. Grows only by optional fields.
 *
 * @param id as findings name it in {@code rule_id}
 * @param confidence how often its findings are right, 0 to 1; null where that depends on the way that data takes
 * @param rewrites whether it can propose a change of the code
 * @param why empty for rules of embedded analysers, and so are {@code fix}, {@code bad} and {@code good}
 * @param bad code that it reports
 * @param good code that it does not
 * @param analyser the embedded analyser whose rule it is, with its version; null for rules of our own
 */
record RuleDocument(
        String id,
        String language,
        String title,
        String severity,
        String category,
        List<String> cwe,
        @Nullable Double confidence,
        String why,
        String fix,
        boolean rewrites,
        List<String> bad,
        List<String> good,
        @Nullable String analyser) {

    /** What a list shows of it. */
    Summary summary() {
        return new Summary(id, language, title, severity, category, cwe, confidence, rewrites, analyser);
    }

    record Summary(
            String id,
            String language,
            String title,
            String severity,
            String category,
            List<String> cwe,
            @Nullable Double confidence,
            boolean rewrites,
            @Nullable String analyser) {}
}
