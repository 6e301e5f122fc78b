package dev.assistant.runtime.analysis.sonar;

import dev.assistant.review.Evidence;
import dev.assistant.review.Language;
import dev.assistant.review.Reach;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.analysis.AnalysisEngine;
import dev.assistant.runtime.analysis.Hazards;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Some plugins of the pack as one engine; they work side by side. */
final class SonarEngine implements AnalysisEngine {
    private static final Logger LOG = LoggerFactory.getLogger(SonarEngine.class);

    private final String name;
    private final String version;
    private final Reach reach;
    private final List<PluginWorker> workers;
    private final ExecutorService threads;
    private final Runnable whenClosed;
    private final Queue<Future<?>> warmUps = new ConcurrentLinkedQueue<>();

    /**
     * @param version of the plugins and of how they are run
     * @param reach how deep these plugins look into the languages that they read
     * @param whenClosed releases what the engine shares with others
     */
    SonarEngine(
            String name,
            String version,
            Reach reach,
            List<PluginWorker> workers,
            ExecutorService threads,
            Runnable whenClosed) {
        this.name = name;
        this.version = version;
        this.reach = reach;
        this.workers = List.copyOf(workers);
        this.threads = threads;
        this.whenClosed = whenClosed;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Reach reach(Language language) {
        return workers.stream().anyMatch(worker -> worker.plugin().reads(language)) ? reach : Reach.NONE;
    }

    @Override
    public void warmUp() {
        warmUps.add(threads.submit(() -> {
            for (PluginWorker worker : workers) {
                try {
                    worker.warmUp();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                } catch (RuntimeException e) {
                    LOG.error("The {} analyser does not start.", worker.plugin().id(), e);
                }
            }
        }));
    }

    @Override
    public Analysis analyse(List<SourceFile> files) throws InterruptedException {
        List<Callable<Analysis>> runs = new ArrayList<>();
        for (PluginWorker worker : workers) {
            List<SourceFile> mine = files.stream()
                    .filter(file -> worker.plugin().reads(file.language()))
                    .toList();
            if (!mine.isEmpty()) {
                runs.add(() -> run(worker, mine));
            }
        }
        List<Analysis> parts = new ArrayList<>();
        for (Future<Analysis> part : threads.invokeAll(runs)) {
            parts.add(result(part));
        }
        return together(parts);
    }

    @Override
    public void close() {
        warmUps.forEach(warmUp -> warmUp.cancel(true));
        workers.forEach(PluginWorker::close);
        whenClosed.run();
    }

    private Analysis run(PluginWorker worker, List<SourceFile> files) throws InterruptedException {
        List<UnreadFile> hazards = new ArrayList<>();
        List<SourceFile> harmless = new ArrayList<>();
        for (SourceFile file : files) {
            if (worker.plugin() == SonarPlugin.SECRETS) {
                harmless.add(file);
            } else {
                Hazards.in(file)
                        .ifPresentOrElse(
                                reason -> hazards.add(new UnreadFile(file.path(), reason, true)),
                                () -> harmless.add(file));
            }
        }
        if (harmless.isEmpty()) {
            return new Analysis(List.of(), hazards);
        }
        return together(List.of(new Analysis(List.of(), hazards), attempt(worker, harmless)));
    }

    private Analysis attempt(PluginWorker worker, List<SourceFile> files) throws InterruptedException {
        try {
            return PluginRun.of(worker, name, files);
        } catch (RuntimeException e) {
            LOG.error("The {} analyser does not work.", worker.plugin().id(), e);
            return new Analysis(
                    List.of(),
                    files.stream()
                            .map(file -> new UnreadFile(file.path(), "the analyser does not work at the moment"))
                            .toList());
        }
    }

    /** Two plugins may fail on one file for their own reasons; the first will do. */
    private static Analysis together(List<Analysis> parts) {
        Map<String, UnreadFile> unread = new LinkedHashMap<>();
        parts.forEach(part -> part.unread().forEach(file -> unread.putIfAbsent(file.path(), file)));
        return new Analysis(
                parts.stream()
                        .flatMap(part -> part.evidence().stream())
                        .sorted(Comparator.comparing(Evidence::path).thenComparing(Evidence::range))
                        .toList(),
                List.copyOf(unread.values()));
    }

    private static Analysis result(Future<Analysis> part) {
        try {
            return part.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("an analysis ended in an unforeseen way", e);
        }
    }
}
