package dev.assistant.runtime.analysis.rules;

import dev.assistant.review.Category;
import dev.assistant.review.Language;
import dev.assistant.review.Severity;
import java.util.List;
import java.util.Optional;

/**
 * One thing that code should not do.
 *
 * @param id the language and a name, such as {@code python/weak-hash}
 * @param cwe the most exact CWE id first; none where none applies
 * @param confidence how often its reports are right, 0 to 1
 * @param message one sentence, in which {@code {call}} is the call and {@code {name}} the name that it is about
 * @param matches any of these is a finding
 * @param rewrite what to write instead, with the placeholders of the match; only where that is always right
 * @param imports lines that the rewritten code needs at the top of its file
 */
public record Rule(
        String id,
        Language language,
        String title,
        List<String> cwe,
        Severity severity,
        Category category,
        double confidence,
        String message,
        String why,
        String fix,
        List<Match> matches,
        Optional<String> rewrite,
        List<String> imports,
        Examples examples) {
    public Rule {
        cwe = List.copyOf(cwe);
        matches = List.copyOf(matches);
        imports = List.copyOf(imports);
    }

    /** Code that the rule must find something in, and code that it must not. */
    public record Examples(List<String> bad, List<String> good) {
        public Examples {
            bad = List.copyOf(bad);
            good = List.copyOf(good);
        }
    }
}
