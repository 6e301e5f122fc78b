package dev.assistant.runtime.analysis.sonar.bridge;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Files to be analysed together.
 *
 * @param root the folder that the files' paths are relative to; it need not exist for plugins that read through the engine
 * @param settings the plugin's settings for this task
 */
public record AnalysisTask(
        Path root, List<Source> sources, List<ActiveRule> rules, Map<String, String> settings, Watch watch) {
    public AnalysisTask {
        sources = List.copyOf(sources);
        rules = List.copyOf(rules);
        settings = Map.copyOf(settings);
    }

    /**
     * A file.
     *
     * @param path relative to the root
     * @param language the language's key in the engine, such as {@code py}; empty for none of its languages
     */
    public record Source(String path, String language, String content) {
        @Override
        public String toString() {
            return "Source[" + path + "]";
        }
    }

    /**
     * A rule to apply.
     *
     * @param key with its repository, such as {@code python:S4830}
     * @param language the key of the language that it is for
     */
    public record ActiveRule(String key, String language, Map<String, String> parameters) {
        public ActiveRule {
            parameters = Map.copyOf(parameters);
        }
    }

    /** How the host follows and stops a task; called from the engine's threads. */
    public interface Watch {
        /** Whether the task should end; asked often. */
        boolean cancelled();

        /** The plugin turned to this file. */
        void opened(String path);
    }
}
