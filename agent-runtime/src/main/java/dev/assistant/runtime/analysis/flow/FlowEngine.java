package dev.assistant.runtime.analysis.flow;

import dev.assistant.review.Evidence;
import dev.assistant.review.Language;
import dev.assistant.review.Reach;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.analysis.AnalysisEngine;
import dev.assistant.runtime.analysis.Hazards;
import dev.assistant.runtime.analysis.OwnCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the product's own rules; so far one, for Python. Parsing never fails: where the text makes no sense, the tree has error
 * nodes.
 */
public final class FlowEngine implements AnalysisEngine {
    /** The rule's id. */
    public static final String RULE = SqlFromValues.RULE;

    @Override
    public String name() {
        return "flow";
    }

    @Override
    public String version() {
        return OwnCode.VERSION;
    }

    @Override
    public Reach reach(Language language) {
        return language == Language.PYTHON ? Reach.RULES : Reach.NONE;
    }

    /** The first parser unpacks its native library. */
    @Override
    public void warmUp() {
        Thread.startVirtualThread(() -> PythonParser.parse(""));
    }

    @Override
    public Analysis analyse(List<SourceFile> files) throws InterruptedException {
        List<Evidence> evidence = new ArrayList<>();
        List<UnreadFile> unread = new ArrayList<>();
        for (SourceFile file : files) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (reach(file.language()) == Reach.RULES) {
                Hazards.in(file)
                        .ifPresentOrElse(
                                reason -> unread.add(new UnreadFile(file.path(), reason, true)),
                                () -> evidence.addAll(new SqlFromValues(new PythonFile(file)).evidence()));
            }
        }
        return new Analysis(evidence, unread);
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
