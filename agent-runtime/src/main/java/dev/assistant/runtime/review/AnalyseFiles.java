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
import dev.assistant.runtime.analysis.AnalysisEngine.Progress;
import dev.assistant.runtime.failure.Causes;
import dev.assistant.runtime.review.AnalysedBatch.Unread;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
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

    /** Files that an analyser must get at once. */
    record Part(AnalysisEngine engine, List<SourceFile> files) {}

    /** What the analysers that look across files must get at once, in the order in which it is to be analysed. */
    List<Part> parts(List<SourceFile> files) {
        return engines.stream()
                .flatMap(engine -> engine.parts(reached(engine, files)).stream().map(part -> new Part(engine, part)))
                .toList();
    }

    /** @throws InterruptedException when the calling thread was interrupted */
    AnalysedPart analyse(Part part, Progress progress) throws InterruptedException {
        Instant started = clock.instant();
        String engine = part.engine().name();
        Analysis analysis = analyse(part.engine(), part.files(), progress);
        List<Unread> unread = analysis.unread().stream()
                .map(file -> new Unread(engine, file.path(), file.reason()))
                .toList();
        return new AnalysedPart(engine, analysis.evidence(), unread, Duration.between(started, clock.instant()));
    }

    /**
     * Has the other analysers read some files, and makes findings of what all report about those.
     *
     * @param across what the analysers that look across files made of the whole submission
     * @throws InterruptedException when the calling thread was interrupted
     */
    AnalysedBatch analyse(List<SourceFile> files, List<AnalysedPart> across) throws InterruptedException {
        Instant started = clock.instant();
        Set<String> paths = files.stream().map(SourceFile::path).collect(Collectors.toUnmodifiableSet());
        List<Evidence> evidence = new ArrayList<>();
        List<Unread> unread = new ArrayList<>();
        for (AnalysedPart part : across) {
            part.evidence().stream()
                    .filter(report -> paths.contains(report.path()))
                    .forEach(evidence::add);
            part.unread().stream().filter(file -> paths.contains(file.path())).forEach(unread::add);
        }
        for (Report report : sideBySide(files)) {
            evidence.addAll(report.analysis().evidence());
            report.analysis()
                    .unread()
                    .forEach(file -> unread.add(new Unread(report.engine().name(), file.path(), file.reason())));
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
    private record Report(AnalysisEngine engine, Analysis analysis) {}

    private List<Report> sideBySide(List<SourceFile> files) throws InterruptedException {
        List<Callable<Report>> reports = new ArrayList<>();
        for (AnalysisEngine engine : engines) {
            List<SourceFile> reached = reached(engine, files);
            if (!reached.isEmpty() && engine.parts(reached).isEmpty()) {
                reports.add(() -> new Report(engine, analyse(engine, reached, () -> {})));
            }
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Report> done = new ArrayList<>();
            for (Future<Report> report : threads.invokeAll(reports)) {
                done.add(report.get());
            }
            return done;
        } catch (ExecutionException e) {
            throw new IllegalStateException("an analyser could not be run", e.getCause());
        }
    }

    /** An analyser that stops with an error has read none of its files; the others' findings stand. */
    private Analysis analyse(AnalysisEngine engine, List<SourceFile> files, Progress progress)
            throws InterruptedException {
        try {
            Analysis analysis = engine.analyse(files, progress);
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
