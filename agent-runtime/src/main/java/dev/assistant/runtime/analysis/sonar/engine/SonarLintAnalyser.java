package dev.assistant.runtime.analysis.sonar.engine;

import dev.assistant.runtime.analysis.sonar.bridge.AnalysisAnswer;
import dev.assistant.runtime.analysis.sonar.bridge.AnalysisTask;
import dev.assistant.runtime.analysis.sonar.bridge.EmbeddedAnalyser;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.sonarsource.sonarlint.core.analysis.AnalysisEngine;
import org.sonarsource.sonarlint.core.analysis.api.ActiveRule;
import org.sonarsource.sonarlint.core.analysis.api.AnalysisConfiguration;
import org.sonarsource.sonarlint.core.analysis.api.AnalysisResults;
import org.sonarsource.sonarlint.core.analysis.api.ClientInputFile;
import org.sonarsource.sonarlint.core.analysis.command.AnalyzeCommand;
import org.sonarsource.sonarlint.core.commons.api.progress.ClientProgressMonitor;
import org.sonarsource.sonarlint.core.commons.progress.ProgressMonitor;

/** A SonarLint engine with one plugin. */
final class SonarLintAnalyser implements EmbeddedAnalyser {
    private final AnalysisEngine engine;

    SonarLintAnalyser(AnalysisEngine engine) {
        this.engine = engine;
    }

    @Override
    public CompletableFuture<AnalysisAnswer> analyse(AnalysisTask task) {
        List<VirtualFile> files = task.sources().stream()
                .map(source -> new VirtualFile(task.root(), source, task.watch()))
                .toList();
        EngineLog log = new EngineLog(
                files.stream().collect(Collectors.toMap(file -> file.uri().toString(), VirtualFile::path)));
        Queue<AnalysisAnswer.Issue> issues = new ConcurrentLinkedQueue<>();
        AnalyzeCommand command = new AnalyzeCommand(
                null,
                configuration(task, files),
                issue -> IssueTranslation.translate(issue).ifPresent(issues::add),
                log);
        ProgressMonitor monitor = new ProgressMonitor(new ClientProgressMonitor() {
            @Override
            public boolean isCanceled() {
                return task.watch().cancelled();
            }
        });
        return engine.post(command, monitor)
                .handle((results, failure) -> answer(files, issues, log, Optional.ofNullable(results)));
    }

    @Override
    public void close() {
        engine.stop();
    }

    private static AnalysisConfiguration configuration(AnalysisTask task, List<VirtualFile> files) {
        return AnalysisConfiguration.builder()
                .setBaseDir(task.root())
                .addInputFiles(files)
                .addActiveRules(
                        task.rules().stream().map(SonarLintAnalyser::active).toList())
                .putAllExtraProperties(task.settings())
                .build();
    }

    private static ActiveRule active(AnalysisTask.ActiveRule rule) {
        ActiveRule active = new ActiveRule(rule.key(), rule.language());
        active.setParams(rule.parameters());
        return active;
    }

    private static AnalysisAnswer answer(
            List<VirtualFile> files,
            Collection<AnalysisAnswer.Issue> issues,
            EngineLog log,
            Optional<AnalysisResults> results) {
        Map<String, Optional<Integer>> unparsed = new HashMap<>(log.complaints());
        Set<ClientInputFile> indexed =
                results.map(found -> found.languagePerFile().keySet()).orElse(Set.of());
        results.ifPresent(found -> found.failedAnalysisFiles()
                .forEach(file -> unparsed.putIfAbsent(file.relativePath(), Optional.empty())));
        Set<String> ignored = files.stream()
                .filter(file -> results.isPresent() && !indexed.contains(file))
                .map(VirtualFile::path)
                .collect(Collectors.toSet());
        return new AnalysisAnswer(List.copyOf(issues), unparsed, ignored, log.breakdown() || results.isEmpty());
    }
}
