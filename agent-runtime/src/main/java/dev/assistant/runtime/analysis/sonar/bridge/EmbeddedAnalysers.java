package dev.assistant.runtime.analysis.sonar.bridge;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The way in to the embedded engine; a service that is looked up in the engine's own class loader. Thread-safe. */
public interface EmbeddedAnalysers {
    /**
     * Loads one plugin into an engine of its own and starts the engine's thread.
     *
     * @param plugin the plugin's jar
     * @param work a folder that the engine and the plugin may write to
     * @param settings the plugin's settings, for as long as the engine lives
     * @throws IllegalStateException when the plugin cannot be loaded
     */
    EmbeddedAnalyser start(Path plugin, Path work, Map<String, String> settings);

    /** Everything that a plugin documents about its rules. Slow (a second), meant for the build. */
    List<DocumentedRule> rules(Path plugin);
}
