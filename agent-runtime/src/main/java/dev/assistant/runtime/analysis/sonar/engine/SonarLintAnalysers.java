package dev.assistant.runtime.analysis.sonar.engine;

import dev.assistant.runtime.analysis.sonar.bridge.DocumentedRule;
import dev.assistant.runtime.analysis.sonar.bridge.EmbeddedAnalyser;
import dev.assistant.runtime.analysis.sonar.bridge.EmbeddedAnalysers;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.sonarsource.sonarlint.core.analysis.AnalysisEngine;
import org.sonarsource.sonarlint.core.analysis.api.AnalysisEngineConfiguration;
import org.sonarsource.sonarlint.core.commons.Version;
import org.sonarsource.sonarlint.core.commons.api.SonarLanguage;
import org.sonarsource.sonarlint.core.commons.log.SonarLintLogger;
import org.sonarsource.sonarlint.core.plugin.commons.LoadedPlugins;
import org.sonarsource.sonarlint.core.plugin.commons.PluginsLoader;

/** Starts SonarLint engines. */
public final class SonarLintAnalysers implements EmbeddedAnalysers {
    /** The plugins ask for at least 18.17; the runtime that comes with them is newer. */
    private static final Version NODE = Version.create("20.0.0");

    @Override
    public EmbeddedAnalyser start(Path plugin, Path work, Map<String, String> settings) {
        return inEngineContext(() -> {
            AnalysisEngineConfiguration configuration = AnalysisEngineConfiguration.builder()
                    .setWorkDir(work)
                    .setClientPid(ProcessHandle.current().pid())
                    .setExtraProperties(settings)
                    .setModulesProvider(List::of)
                    .build();
            return new SonarLintAnalyser(new AnalysisEngine(configuration, load(plugin), EngineLog.SILENT));
        });
    }

    @Override
    public List<DocumentedRule> rules(Path plugin) {
        return inEngineContext(() -> new RuleDocumentation(load(plugin)).rules());
    }

    private static LoadedPlugins load(Path plugin) {
        PluginsLoader.Configuration configuration = new PluginsLoader.Configuration(
                Set.of(plugin), EnumSet.allOf(SonarLanguage.class), false, Optional.of(NODE));
        LoadedPlugins loaded = new PluginsLoader().load(configuration, Set.of()).getLoadedPlugins();
        if (loaded.getAllPluginInstancesByKeys().isEmpty()) {
            throw new IllegalStateException("the engine refused the plugin " + plugin.getFileName());
        }
        return loaded;
    }

    /** Spring and the plugins look for classes and logs through the thread; the engine's own thread inherits both. */
    private static <T> T inEngineContext(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(SonarLintAnalysers.class.getClassLoader());
        SonarLintLogger.setTarget(EngineLog.SILENT);
        try {
            return work.get();
        } finally {
            SonarLintLogger.setTarget(null);
            thread.setContextClassLoader(before);
        }
    }
}
