package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.review.Evidence;
import dev.assistant.review.Language;
import dev.assistant.runtime.analysis.dataflow.model.LibraryModel;
import dev.assistant.runtime.analysis.dataflow.model.LibraryModelLoader;
import dev.assistant.runtime.analysis.dataflow.model.Weaknesses;
import dev.assistant.runtime.analysis.syntax.ir.Module;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds untrusted data that does harm. Holds what is known of libraries; thread-safe. */
public final class DataFlow {
    private final Map<Language, LibraryModel> libraries = new EnumMap<>(Language.class);

    private DataFlow(Weaknesses weaknesses, List<Language> languages) {
        languages.forEach(language -> libraries.put(language, LibraryModelLoader.load(language, weaknesses)));
    }

    /** Reads the data files of languages. A mistake in one stops it, with file and line. */
    public static DataFlow load(List<Language> languages) {
        return new DataFlow(Weaknesses.load(), languages);
    }

    /**
     * What was found, and what was not looked at to the end.
     *
     * @param unfinished by path, the functions that took too much work
     */
    public record Result(List<Evidence> evidence, Map<String, List<String>> unfinished) {
        public Result {
            evidence = List.copyOf(evidence);
            unfinished = Map.copyOf(unfinished);
        }
    }

    /**
     * Analyses the modules of one language as one program. Needs a thread with a deep stack: see {@link
     * dev.assistant.runtime.analysis.syntax.ir.Lowering#DEPTH_LIMIT}.
     *
     * @param listeners told of everything that is run
     */
    public Result analyse(Language language, List<Module> modules, List<Listener> listeners) {
        LibraryModel library = libraries.get(language);
        if (library == null) {
            throw new IllegalArgumentException("not loaded: " + language);
        }
        SinkListener sinks = new SinkListener(library.namedSinks());
        List<Listener> all = new ArrayList<>(listeners);
        all.add(sinks);
        Machine machine = new Machine(language, new Program(modules), library, all);
        sinks.lookWith(machine.evaluator());
        Entries entries = new Entries(machine);
        machine.program().modules().forEach(entries::run);
        List<Evidence> evidence = sinks.findings().stream()
                .filter(finding -> !machine.hasKnownCallers(finding.flow().source()))
                .map(FlowEvidence::of)
                .toList();
        return new Result(evidence, unfinished(machine.program()));
    }

    private static Map<String, List<String>> unfinished(Program program) {
        Map<String, List<String>> unfinished = new TreeMap<>();
        for (SubmittedModule module : program.modules()) {
            if (!module.unfinished().isEmpty()) {
                unfinished.put(module.text().path(), module.unfinished());
            }
        }
        return unfinished;
    }
}
