package dev.assistant.runtime.analysis.sonar;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A rule as the catalogue has it.
 *
 * @param key with its repository, such as {@code python:S4830}
 * @param language the engine's key of its language
 * @param isDefault whether the plugin's makers would have it on
 * @param cwe such as {@code CWE-89}
 * @param description Markdown
 * @param remedy how to fix what it finds, Markdown; may be empty
 * @param parameters with the values that they have by default
 */
record Rule(
        String key,
        String language,
        String name,
        Kind kind,
        Weight weight,
        boolean isDefault,
        Set<String> tags,
        List<String> cwe,
        String description,
        String remedy,
        Map<String, String> parameters) {
    Rule {
        tags = Set.copyOf(tags);
        cwe = List.copyOf(cwe);
        parameters = Map.copyOf(parameters);
    }

    /** What the rule's makers call its findings. The names are theirs. */
    enum Kind {
        VULNERABILITY,
        /** A place that a person must judge. */
        SECURITY_HOTSPOT,
        BUG,
        CODE_SMELL
    }

    /** How bad the rule's makers hold its findings to be. The names are theirs. */
    enum Weight {
        BLOCKER,
        CRITICAL,
        MAJOR,
        MINOR,
        INFO
    }

    /** The repository, such as {@code python}. */
    String repository() {
        return key.substring(0, key.indexOf(':'));
    }

    /** The key without its repository, which is the same in all languages, such as {@code S4830}. */
    String number() {
        return key.substring(key.indexOf(':') + 1);
    }
}
