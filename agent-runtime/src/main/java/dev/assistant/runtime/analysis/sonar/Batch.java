package dev.assistant.runtime.analysis.sonar;

import dev.assistant.review.SourceFile;
import dev.assistant.runtime.analysis.AnalysedText;
import dev.assistant.runtime.analysis.sonar.bridge.AnalysisTask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Files that one plugin analyses at once, under the paths that they have for the engine. Immutable. */
final class Batch {
    private final SonarPlugin plugin;
    private final Map<String, SourceFile> files = new LinkedHashMap<>();

    Batch(SonarPlugin plugin, List<SourceFile> files) {
        this.plugin = plugin;
        for (SourceFile file : files) {
            String path = plugin == SonarPlugin.SECRETS ? EnginePath.of(file) : EnginePath.withEnding(file);
            if (this.files.putIfAbsent(path, file) != null) {
                this.files.put("twin-" + this.files.size() + "/" + path, file);
            }
        }
    }

    List<AnalysisTask.Source> sources() {
        return files.entrySet().stream()
                .map(entry -> new AnalysisTask.Source(
                        entry.getKey(), plugin.languageKey(entry.getValue()), AnalysedText.of(entry.getValue())))
                .toList();
    }

    /** The engine's keys of the languages whose rules are needed. */
    Set<String> ruleLanguages() {
        return files.values().stream()
                .flatMap(file -> plugin.ruleLanguages(file).stream())
                .collect(Collectors.toSet());
    }

    /** The file that has the path for the engine. */
    Optional<SourceFile> find(String enginePath) {
        return Optional.ofNullable(files.get(enginePath));
    }

    List<SourceFile> files() {
        return List.copyOf(files.values());
    }
}
