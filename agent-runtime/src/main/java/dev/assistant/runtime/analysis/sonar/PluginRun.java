package dev.assistant.runtime.analysis.sonar;

import dev.assistant.review.Evidence;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.analysis.AnalysisEngine.Analysis;
import dev.assistant.runtime.analysis.AnalysisEngine.UnreadFile;
import dev.assistant.runtime.analysis.sonar.bridge.AnalysisAnswer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Takes files through one plugin. When the plugin fails on a batch, the file that it was at is tried alone and the others once
 * more, until only files are left out that the plugin fails on by themselves.
 */
final class PluginRun {
    /** As one project, as far as that goes: the plugin's answer comes when all are done, and a failure costs all of them. */
    private static final int AT_ONCE = 100;

    /** After so many files that it failed on alone, the plugin is not asked again: each can cost minutes. */
    private static final int MOST_FAILURES = 5;

    private final PluginWorker worker;
    private final String engine;
    private final Deque<List<SourceFile>> waiting = new ArrayDeque<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<UnreadFile> unread = new ArrayList<>();
    private int failures;

    private PluginRun(PluginWorker worker, String engine) {
        this.worker = worker;
        this.engine = engine;
    }

    static Analysis of(PluginWorker worker, String engine, List<SourceFile> files) throws InterruptedException {
        return new PluginRun(worker, engine).run(files);
    }

    private Analysis run(List<SourceFile> files) throws InterruptedException {
        for (int from = 0; from < files.size(); from += AT_ONCE) {
            waiting.add(files.subList(from, Math.min(files.size(), from + AT_ONCE)));
        }
        while (!waiting.isEmpty()) {
            List<SourceFile> next = waiting.remove();
            if (failures >= MOST_FAILURES) {
                next.forEach(file -> leaveOut(file, "not analysed after the analysis of several files failed"));
                continue;
            }
            Batch batch = new Batch(worker.plugin(), next);
            Attempt attempt = worker.attempt(batch);
            if (attempt instanceof Attempt.Answered answered) {
                take(batch, answered);
            } else if (attempt instanceof Attempt.Failed failed) {
                divide(next, failed);
            }
        }
        return new Analysis(evidence, unread);
    }

    private void take(Batch batch, Attempt.Answered answered) {
        AnalysisAnswer answer = answered.answer();
        evidence.addAll(new EvidenceTranslation(engine, answered.rules()).translate(answer.issues(), batch));
        answer.unparsed()
                .forEach((path, line) -> batch.find(path)
                        .ifPresent(file -> leaveOutForGood(
                                file,
                                line.map(number -> "it could not be parsed (line " + number + ")")
                                        .orElse("it could not be parsed"))));
        answer.ignored()
                .forEach(path -> batch.find(path)
                        .ifPresent(
                                file -> leaveOutForGood(file, "the analyser takes it for bundled or generated code")));
    }

    private void divide(List<SourceFile> files, Attempt.Failed failed) {
        if (files.size() == 1) {
            failures++;
            leaveOut(files.getFirst(), failed.reason());
            return;
        }
        SourceFile suspect = failed.suspect().orElse(files.getFirst());
        List<SourceFile> others = new ArrayList<>(files);
        others.remove(suspect);
        waiting.addFirst(Collections.unmodifiableList(others));
        waiting.addFirst(List.of(suspect));
    }

    private void leaveOutForGood(SourceFile file, String reason) {
        unread.add(new UnreadFile(file.path(), reason, true));
    }

    private void leaveOut(SourceFile file, String reason) {
        unread.add(new UnreadFile(file.path(), reason));
    }
}
