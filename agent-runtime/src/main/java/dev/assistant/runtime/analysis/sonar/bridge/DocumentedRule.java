package dev.assistant.runtime.analysis.sonar.bridge;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a plugin documents about a rule.
 *
 * @param key with its repository, such as {@code python:S4830}
 * @param language the engine's key of its language
 * @param type {@code VULNERABILITY}, {@code SECURITY_HOTSPOT}, {@code BUG} or {@code CODE_SMELL}
 * @param severity {@code BLOCKER}, {@code CRITICAL}, {@code MAJOR}, {@code MINOR} or {@code INFO}
 * @param isDefault whether the plugin's makers would have it on
 * @param cwe numbers of the weaknesses that it finds
 * @param html the whole description
 * @param parameters with the values that they have by default
 */
public record DocumentedRule(
        String key,
        String language,
        String name,
        String type,
        String severity,
        boolean isDefault,
        Set<String> tags,
        List<Integer> cwe,
        String html,
        Map<String, String> parameters) {
    public DocumentedRule {
        tags = Set.copyOf(tags);
        cwe = List.copyOf(cwe);
        parameters = Map.copyOf(parameters);
    }
}
