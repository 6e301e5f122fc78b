package dev.assistant.runtime.analysis.sonar;

import dev.assistant.runtime.analysis.sonar.bridge.DocumentedRule;
import dev.assistant.runtime.analysis.sonar.bridge.EmbeddedAnalysers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Extracts the rules' names, severities, weaknesses and texts from the plugins; the build runs it on the pack's folder. */
public final class WriteRuleCatalogue {
    /** The same rules once more, for notebooks, which are not a language of the product. */
    private static final String NOTEBOOKS = "ipython";

    /** Weaknesses that the plugins name by a class that scanners and their users hardly know, with the ones they do. */
    private static final int WEAK_PRIMITIVE = 1240;

    private static final int WEAK_RANDOMNESS = 1241;

    /** True of nearly everything. */
    private static final int IMPROPER_INPUT_VALIDATION = 20;

    private WriteRuleCatalogue() {}

    /** @param args the folder with {@code engine} and {@code plugins} */
    public static void main(String[] args) throws IOException {
        Path analysers = Path.of(args[0]);
        Files.createDirectories(analysers.resolve("rules"));
        try (EngineClassLoader loader = EngineClassLoader.over(analysers.resolve("engine"))) {
            EmbeddedAnalysers engine = loader.analysers();
            Arrays.stream(SonarPlugin.values())
                    .forEach(plugin -> new RuleCatalogue(rules(engine, plugin.jar(analysers.resolve("plugins"))))
                            .write(plugin, analysers));
        }
    }

    private static List<Rule> rules(EmbeddedAnalysers engine, Path jar) {
        return engine.rules(jar).stream()
                .filter(rule -> !rule.key().startsWith(NOTEBOOKS))
                .map(WriteRuleCatalogue::rule)
                .toList();
    }

    private static Rule rule(DocumentedRule rule) {
        RuleText text = RuleText.of(rule.html());
        return new Rule(
                rule.key(),
                rule.language(),
                rule.name(),
                Rule.Kind.valueOf(rule.type()),
                Rule.Weight.valueOf(rule.severity()),
                rule.isDefault(),
                rule.tags(),
                weaknesses(rule.cwe()),
                text.description(),
                text.remedy(),
                rule.parameters());
    }

    private static List<String> weaknesses(List<Integer> cwe) {
        Set<Integer> all = new TreeSet<>(cwe);
        if (all.size() > 1) {
            all.remove(IMPROPER_INPUT_VALIDATION);
        }
        if (all.contains(WEAK_PRIMITIVE)) {
            all.addAll(List.of(327, 328));
        }
        if (all.contains(WEAK_RANDOMNESS)) {
            all.add(330);
        }
        return all.stream().map(number -> "CWE-" + number).toList();
    }
}
