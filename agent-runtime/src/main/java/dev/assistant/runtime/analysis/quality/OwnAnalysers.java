package dev.assistant.runtime.analysis.quality;

import dev.assistant.review.Reach;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.analysis.AnalysisEngine;
import dev.assistant.runtime.analysis.AnalysisEngine.Analysis;
import dev.assistant.runtime.analysis.engine.SourceCodeEngine;
import dev.assistant.runtime.analysis.patterns.PatternEngine;
import dev.assistant.runtime.analysis.syntax.SyntaxParser;
import java.util.ArrayList;
import java.util.List;

/** The analysers that are written here, given files as a review gives them: whole parts to one, batches to the other. */
final class OwnAnalysers implements AutoCloseable {
    private static final int BATCH = 40;

    private final List<AnalysisEngine> engines =
            List.of(new SourceCodeEngine(SyntaxParser.Limits.usual()), new PatternEngine(SyntaxParser.Limits.usual()));

    /** What came of reading files. */
    record Read(int parts, int findings, int unread) {}

    Read read(List<SourceFile> files) throws InterruptedException {
        int parts = 0;
        int findings = 0;
        int unread = 0;
        for (AnalysisEngine engine : engines) {
            List<SourceFile> reached = files.stream()
                    .filter(file -> engine.reach(file.language()) != Reach.NONE)
                    .toList();
            List<List<SourceFile>> across = engine.parts(reached);
            parts += across.size();
            for (List<SourceFile> some : across.isEmpty() ? batches(reached) : across) {
                Analysis analysis = engine.analyse(some);
                findings += analysis.evidence().size();
                unread += analysis.unread().size();
            }
        }
        return new Read(parts, findings, unread);
    }

    private static List<List<SourceFile>> batches(List<SourceFile> files) {
        List<List<SourceFile>> batches = new ArrayList<>();
        for (int from = 0; from < files.size(); from += BATCH) {
            batches.add(files.subList(from, Math.min(files.size(), from + BATCH)));
        }
        return batches;
    }

    @Override
    public void close() {
        engines.forEach(AnalysisEngine::close);
    }
}
