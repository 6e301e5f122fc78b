package dev.assistant.runtime.review;

import dev.assistant.failure.Causes;
import dev.assistant.review.Evidence;
import dev.assistant.review.FileOutcome.Reading;
import dev.assistant.review.MergeEvidence;
import dev.assistant.review.MergeEvidence.Merged;
import dev.assistant.review.Reach;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.SourceFile;
import dev.assistant.review.StorableEvidence;
import dev.assistant.review.Summary;
import dev.assistant.review.Suppressions;
import dev.assistant.review.UnitKey;
import dev.assistant.runtime.analysis.AnalysisEngine;
import dev.assistant.runtime.analysis.AnalysisEngine.Analysis;
import dev.assistant.runtime.analysis.AnalysisEngine.Progress;
import dev.assistant.runtime.analysis.AnalysisEngine.UnreadFile;
import dev.assistant.runtime.analysis.FileVersions;
import dev.assistant.runtime.analysis.TestCode;
import dev.assistant.runtime.review.AnalysedBatch.Unread;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** Enough to tell all versions that there will ever be apart. */
    private static final int VERSION_DIGITS = 16;

    private final List<AnalysisEngine> engines;
    private final InstantSource clock;
    private final EarlierResults earlier;
    private final ProvenFixes fixes = new ProvenFixes();

    AnalyseFiles(List<AnalysisEngine> engines, EarlierResults earlier, InstantSource clock) {
        this.engines = List.copyOf(engines);
        this.earlier = earlier;
        this.clock = clock;
    }

    /** Identifies all that the analysers know. */
    String version() {
        return FileVersions.joined(engines.stream()
                        .map(engine -> engine.name() + " " + engine.version())
                        .toList())
                .substring(0, VERSION_DIGITS);
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

    /**
     * Takes over what an earlier review has found out about an unchanged part, or else analyses it.
     *
     * @throws InterruptedException when the calling thread was interrupted
     */
    AnalysedPart analyse(ReviewRequest request, Part part, Progress progress) throws InterruptedException {
        Instant started = clock.instant();
        UnitKey key = EarlierResults.key(List.of(part.engine()), part.files());
        Optional<AnalysedPart> known = earlier.part(request, key);
        if (known.isPresent()) {
            part.files().forEach(file -> progress.done());
            return known.get().taking(Duration.between(started, clock.instant()));
        }
        Analysis analysis = analyse(part.engine(), part.files(), progress);
        AnalysedPart analysed = new AnalysedPart(
                part.engine().name(),
                analysis.evidence(),
                unread(part.engine(), analysis),
                Duration.between(started, clock.instant()));
        if (analysis.unread().stream().allMatch(UnreadFile::lasting)) {
            earlier.keepPart(request, key, analysed.storable(part.files()));
        }
        return analysed;
    }

    /** The files of which an earlier review has what the analysers say that look at one file at a time. */
    List<SourceFile> unchanged(ReviewRequest request, List<SourceFile> files) {
        Map<String, UnitKey> keys = keys(files);
        Set<UnitKey> known = earlier.known(request, keys.values());
        return files.stream()
                .filter(file -> Optional.ofNullable(keys.get(file.path()))
                        .filter(known::contains)
                        .isPresent())
                .toList();
    }

    /**
     * Has the other analysers read those files that have changed, and makes findings of what all report about all of them.
     *
     * @param across what the analysers that look across files made of the whole submission
     * @throws InterruptedException when the calling thread was interrupted
     */
    AnalysedBatch analyse(ReviewRequest request, List<SourceFile> files, List<AnalysedPart> across)
            throws InterruptedException {
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
        Map<String, UnitKey> keys = keys(files);
        Map<UnitKey, AnalysedUnit> known = earlier.files(request, keys.values());
        List<SourceFile> reused = new ArrayList<>();
        List<SourceFile> changed = new ArrayList<>();
        for (SourceFile file : files) {
            Optional.ofNullable(keys.get(file.path()))
                    .map(known::get)
                    .ifPresentOrElse(
                            unit -> {
                                reused.add(file);
                                evidence.addAll(unit.evidence());
                                unread.addAll(unit.unread());
                            },
                            () -> changed.add(file));
        }
        List<Report> reports = sideBySide(changed);
        for (Report report : reports) {
            evidence.addAll(report.analysis().evidence());
            unread.addAll(unread(report.engine(), report.analysis()));
        }
        earlier.keepFiles(request, storable(changed, keys, reports));
        Instant executed = clock.instant();
        Suppressions.Outcome asked = Suppressions.in(files).apply(evidence);
        Merged merged = MergeEvidence.merge(files, asked.kept());
        return new AnalysedBatch(
                files.stream().map(SourceFile::path).toList(),
                reused.stream().map(SourceFile::path).toList(),
                merged.findings(),
                unread,
                merged.secretsMasked(),
                merged.dropped(),
                asked.suppressed(),
                Duration.between(started, executed),
                Duration.between(executed, clock.instant()));
    }

    /** By path; a file that no analyser reads alone has none. */
    private Map<String, UnitKey> keys(List<SourceFile> files) {
        Map<String, UnitKey> keys = new LinkedHashMap<>();
        for (SourceFile file : files) {
            List<AnalysisEngine> readers = engines.stream()
                    .filter(engine -> readsAlone(engine, List.of(file)))
                    .toList();
            if (!readers.isEmpty()) {
                keys.put(file.path(), EarlierResults.key(readers, List.of(file)));
            }
        }
        return keys;
    }

    /** What later reviews may take over: not of a file that may be read next time. */
    private static Map<UnitKey, AnalysedUnit> storable(
            List<SourceFile> files, Map<String, UnitKey> keys, List<Report> reports) {
        Map<UnitKey, AnalysedUnit> storable = new LinkedHashMap<>();
        for (SourceFile file : files) {
            List<Evidence> evidence = new ArrayList<>();
            List<Unread> unread = new ArrayList<>();
            boolean lasting = keys.containsKey(file.path());
            for (Report report : reports) {
                Analysis own = report.of(file.path());
                evidence.addAll(own.evidence());
                unread.addAll(unread(report.engine(), own));
                lasting &= own.unread().stream().allMatch(UnreadFile::lasting);
            }
            if (lasting) {
                storable.put(
                        Objects.requireNonNull(keys.get(file.path())),
                        new AnalysedUnit(StorableEvidence.of(file, evidence), unread));
            }
        }
        return storable;
    }

    private static List<Unread> unread(AnalysisEngine engine, Analysis analysis) {
        return analysis.unread().stream()
                .map(file -> new Unread(engine.name(), file.path(), file.reason()))
                .toList();
    }

    private static boolean readsAlone(AnalysisEngine engine, List<SourceFile> files) {
        List<SourceFile> reached = reached(engine, files);
        return !reached.isEmpty() && engine.parts(reached).isEmpty();
    }

    /** What one analyser came to. */
    private record Report(AnalysisEngine engine, Analysis analysis) {
        Analysis of(String path) {
            return new Analysis(
                    analysis.evidence().stream()
                            .filter(report -> report.path().equals(path))
                            .toList(),
                    analysis.unread().stream()
                            .filter(file -> file.path().equals(path))
                            .toList());
        }
    }

    private List<Report> sideBySide(List<SourceFile> files) throws InterruptedException {
        List<Callable<Report>> reports = new ArrayList<>();
        for (AnalysisEngine engine : engines) {
            if (readsAlone(engine, files)) {
                List<SourceFile> reached = reached(engine, files);
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
            return new Analysis(
                    fixes.of(engine, files, analysis.evidence()).stream()
                            .map(TestCode::weighed)
                            .toList(),
                    analysis.unread());
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
