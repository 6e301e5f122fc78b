package dev.assistant.runtime;

import dev.assistant.review.Category;
import dev.assistant.review.Evidence;
import dev.assistant.review.Language;
import dev.assistant.review.Reach;
import dev.assistant.review.Severity;
import dev.assistant.review.SourceFile;
import dev.assistant.review.TextRange;
import dev.assistant.runtime.analysis.AnalysisEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An analyser of Python that reports every line with {@code eval(}, and before that does what its test wants. Thread-safe. */
public final class ScriptedEngine implements AnalysisEngine {
    private final String name;
    private final String version;
    private final Step before;
    private final List<String> read = new ArrayList<>();

    /** What happens before files are analysed. */
    @FunctionalInterface
    public interface Step {
        /** @param call which call it is, from 1 */
        void run(int call, List<SourceFile> files) throws InterruptedException;
    }

    private ScriptedEngine(String name, String version, Step before) {
        this.name = name;
        this.version = version;
        this.before = before;
    }

    public static ScriptedEngine reading() {
        return doing((call, files) -> {});
    }

    public static ScriptedEngine doing(Step before) {
        return new ScriptedEngine("scripted", "1", before);
    }

    public ScriptedEngine named(String other) {
        return new ScriptedEngine(other, version, before);
    }

    public ScriptedEngine ofVersion(String other) {
        return new ScriptedEngine(name, other, before);
    }

    /** The paths that it was given, in order, one entry for each time. */
    public synchronized List<String> read() {
        return List.copyOf(read);
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
        return language == Language.PYTHON ? Reach.RULES : Reach.NONE;
    }

    @Override
    public void warmUp() {}

    @Override
    public Analysis analyse(List<SourceFile> files) throws InterruptedException {
        before.run(count(files), files);
        return new Analysis(
                files.stream().flatMap(file -> reports(file).stream()).toList(), List.of());
    }

    private final List<Integer> calls = new ArrayList<>();

    private synchronized int count(List<SourceFile> files) {
        files.forEach(file -> read.add(file.path()));
        calls.add(files.size());
        return calls.size();
    }

    private List<Evidence> reports(SourceFile file) {
        List<Evidence> reports = new ArrayList<>();
        List<String> lines = file.content().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("eval(")) {
                reports.add(report(
                        file.path(), new TextRange(i + 1, 1, i + 1, lines.get(i).length() + 1)));
            }
        }
        return reports;
    }

    private Evidence report(String path, TextRange range) {
        return new Evidence(
                name,
                name + ":eval",
                Severity.HIGH,
                Category.SECURITY,
                path,
                range,
                "This runs text as code.",
                Optional.of("Parse the text instead."),
                Optional.empty(),
                List.of("CWE-95"),
                0.9,
                List.of());
    }

    @Override
    public void close() {}
}
