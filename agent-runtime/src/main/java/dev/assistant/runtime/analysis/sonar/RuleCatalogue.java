package dev.assistant.runtime.analysis.sonar;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rules of one plugin, as the build extracted them from its jar: asking the plugin itself at every start takes longer than
 * loading it.
 */
final class RuleCatalogue {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Rule> rules;

    RuleCatalogue(List<Rule> rules) {
        this.rules = rules.stream().collect(Collectors.toUnmodifiableMap(Rule::key, Function.identity()));
    }

    /** Reads the plugin's rules from the pack's folder. */
    static RuleCatalogue of(SonarPlugin plugin, Path analysers) {
        return new RuleCatalogue(
                JSON.readValue(file(plugin, analysers).toFile(), RuleFile.class).rules());
    }

    Optional<Rule> find(String key) {
        return Optional.ofNullable(rules.get(key));
    }

    /** All of them, by key. */
    List<Rule> all() {
        return rules.values().stream()
                .sorted((a, b) -> a.key().compareTo(b.key()))
                .toList();
    }

    void write(SonarPlugin plugin, Path analysers) {
        JSON.writeValue(file(plugin, analysers).toFile(), new RuleFile(new ArrayList<>(all())));
    }

    private static Path file(SonarPlugin plugin, Path analysers) {
        return analysers.resolve("rules").resolve(plugin.id() + ".json");
    }

    private record RuleFile(List<Rule> rules) {}
}
