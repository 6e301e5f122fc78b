package dev.assistant.runtime.review;

import dev.assistant.review.Evidence;
import dev.assistant.review.FileOutcome.Reading;
import dev.assistant.review.MergeEvidence;
import dev.assistant.review.MergeEvidence.Merged;
import dev.assistant.review.Reach;
import dev.assistant.review.SourceFile;
import dev.assistant.review.Summary;
import dev.assistant.review.Suppressions;
import dev.assistant.runtime.analysis.AnalysisEngine;
import dev.assistant.runtime.analysis.AnalysisEngine.Analysis;
import dev.assistant.runtime.failure.Causes;
import dev.assistant.runtime.review.AnalysedBatch.Unread;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has every analyser read some files, and makes findings of what they report. Thread-safe. */
final class AnalyseFiles {
    private static final Logger LOG = LoggerFactory.getLogger(AnalyseFiles.class);

    private final List<AnalysisEngine> engines;
    private final InstantSource clock;
    private final ProvenFixes fixes = new ProvenFixes();

    AnalyseFiles(List<AnalysisEngine> engines, InstantSource clock) {
        this.engines = List.copyOf(engines);
        this.clock = clock;
    }

    /** The analysers that look into files of the language, such as "flow, sonar and sonar-secrets". */
    String names(List<SourceFile> files) {
        return Summary.joined(engines.stream()
                .filter(engine -> files.stream().anyMatch(file -> engine.reach(file.language()) != Reach.NONE))
                .map(AnalysisEngine::name)
                .toList());
    }

    /** What each analyser had to do with a file. */
    List<Reading> readings(SourceFile file, List<Unread> failures) {
        return engines.stream()
                .map(engine -> new Reading(
                        engine.name(), engine.reach(file.language()), failure(engine.name(), file.path(), failures)))
                .toList();
    }

    /** @throws InterruptedException when the calling thread was interrupted */
    AnalysedBatch analyse(List<SourceFile> files) throws InterruptedException {
        Instant started = clock.instant();
        List<Evidence> evidence = new ArrayList<>();
        List<Unread> unread = new ArrayList<>();
        for (Part part : sideBySide(files)) {
            evidence.addAll(part.analysis().evidence());
            part.analysis()
                    .unread()
                    .forEach(file -> unread.add(new Unread(part.engine().name(), file.path(), file.reason())));
        }
        Instant executed = clock.instant();
        Suppressions.Outcome asked = Suppressions.in(files).apply(evidence);
        Merged merged = MergeEvidence.merge(files, asked.kept());
        return new AnalysedBatch(
                files.stream().map(SourceFile::path).toList(),
                merged.findings(),
                unread,
                merged.secretsMasked(),
                merged.dropped(),
                asked.suppressed(),
                Duration.between(started, executed),
                Duration.between(executed, clock.instant()));
    }

    /** What one analyser came to. */
    private record Part(AnalysisEngine engine, Analysis analysis) {}

    private List<Part> sideBySide(List<SourceFile> files) throws InterruptedException {
        List<Callable<Part>> parts = new ArrayList<>();
        for (AnalysisEngine engine : engines) {
            List<SourceFile> reached = reached(engine, files);
            if (!reached.isEmpty()) {
                parts.add(() -> new Part(engine, analyse(engine, reached)));
            }
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Part> done = new ArrayList<>();
            for (Future<Part> part : threads.invokeAll(parts)) {
                done.add(part.get());
            }
            return done;
        } catch (ExecutionException e) {
            throw new IllegalStateException("an analyser could not be run", e.getCause());
        }
    }

    /** An analyser that stops with an error has read none of its files; the others' findings stand. */
    private Analysis analyse(AnalysisEngine engine, List<SourceFile> files) throws InterruptedException {
        try {
            Analysis analysis = engine.analyse(files);
            return new Analysis(fixes.of(engine, files, analysis.evidence()), analysis.unread());
        } catch (RuntimeException e) {
            LOG.error("{} failed on {} files: {}", engine.name(), files.size(), Causes.of(e));
            return new Analysis(
                    List.of(),
                    files.stream()
                            .map(file -> new AnalysisEngine.UnreadFile(file.path(), "stopped with an error"))
                            .toList());
        }
    }

    private static List<SourceFile> reached(AnalysisEngine engine, List<SourceFile> files) {
        return files.stream()
                .filter(file -> engine.reach(file.language()) != Reach.NONE)
                .toList();
    }

    private static Optional<String> failure(String engine, String path, List<Unread> failures) {
        return failures.stream()
                .filter(failure ->
                        failure.engine().equals(engine) && failure.path().equals(path))
                .map(Unread::reason)
                .findFirst();
    }
}
