package dev.assistant.runtime.analysis.sonar;

import dev.assistant.review.Reach;
import dev.assistant.runtime.analysis.AnalysisEngine;
import dev.assistant.runtime.analysis.FileVersions;
import dev.assistant.runtime.analysis.OwnCode;
import dev.assistant.runtime.analysis.sonar.bridge.EmbeddedAnalysers;
import dev.assistant.runtime.files.WorkFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The SonarSource analysers, embedded. Plugins are loaded when the first file of their language comes, or by
 * {@link AnalysisEngine#warmUp()}.
 */
public final class SonarPack {
    private final EngineClassLoader loader;
    private final WorkFolder work;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<AnalysisEngine> engines;
    private final AtomicInteger open;

    private SonarPack(Path analysers, WorkFolder work, TimeLimit limit) {
        this.work = work;
        loader = EngineClassLoader.over(analysers.resolve("engine"));
        EmbeddedAnalysers embedded = loader.analysers();
        RulePolicy policy = RulePolicy.load();
        Function<SonarPlugin, PluginWorker> worker = plugin ->
                new PluginWorker(plugin, embedded, analysers, work.path().resolve(plugin.id()), policy, limit);
        List<PluginWorker> code = Arrays.stream(SonarPlugin.values())
                .filter(plugin -> plugin != SonarPlugin.SECRETS)
                .map(worker)
                .toList();
        List<PluginWorker> secrets = List.of(worker.apply(SonarPlugin.SECRETS));
        String version = FileVersions.joined(List.of(OwnCode.VERSION, FileVersions.of(analysers)));
        engines = List.of(
                new SonarEngine("sonar", version, Reach.RULES, code, threads, this::release),
                new SonarEngine("sonar-secrets", version, Reach.SECRETS, secrets, threads, this::release));
        open = new AtomicInteger(engines.size());
    }

    /**
     * Opens the pack.
     *
     * @param analysers the folder with {@code engine}, {@code plugins} and {@code rules} that the build makes
     * @param temporary where the plugins may unpack and write; what they leave is deleted when the last engine is closed
     * @return one engine that applies the languages' rules, and one that searches any file for secrets
     * @throws IllegalStateException when part of the pack is missing
     */
    public static List<AnalysisEngine> open(Path analysers, Path temporary) {
        return open(analysers, temporary, TimeLimit.USUAL);
    }

    static List<AnalysisEngine> open(Path analysers, Path temporary, TimeLimit limit) {
        try {
            return new SonarPack(analysers, WorkFolder.in(temporary, "sonar-"), limit).engines;
        } catch (IOException e) {
            throw new UncheckedIOException("The analysers cannot write to " + temporary + ".", e);
        }
    }

    /**
     * The rules that reviews apply, as the build extracted them; nothing is loaded for it.
     *
     * @param analysers the folder with {@code plugins} and {@code rules} that the build makes
     */
    public static List<EmbeddedRule> rules(Path analysers) {
        RulePolicy policy = RulePolicy.load();
        return Arrays.stream(SonarPlugin.values())
                .flatMap(plugin -> {
                    String analyser = plugin.version(analysers.resolve("plugins"));
                    return new AppliedRules(RuleCatalogue.of(plugin, analysers), policy)
                            .all().stream().map(applied -> embedded(applied, plugin, analyser));
                })
                .toList();
    }

    private static EmbeddedRule embedded(AppliedRules.Applied applied, SonarPlugin plugin, String analyser) {
        Rule rule = applied.rule();
        return new EmbeddedRule(
                rule.key(),
                plugin.language(rule.language()),
                rule.name(),
                rule.cwe(),
                applied.worth().severity(),
                applied.worth().category(),
                applied.worth().confidence(),
                analyser);
    }

    private void release() {
        if (open.decrementAndGet() > 0) {
            return;
        }
        threads.shutdownNow();
        try {
            loader.close();
            work.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
