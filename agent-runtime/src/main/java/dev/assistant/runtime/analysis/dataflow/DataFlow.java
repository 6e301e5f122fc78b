package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.review.Evidence;
import dev.assistant.review.Language;
import dev.assistant.runtime.analysis.dataflow.model.LibraryModel;
import dev.assistant.runtime.analysis.dataflow.model.LibraryModelLoader;
import dev.assistant.runtime.analysis.dataflow.model.Weaknesses;
import dev.assistant.runtime.analysis.syntax.ir.Function;
import dev.assistant.runtime.analysis.syntax.ir.Module;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
     * What running some of a program's files came to. Files that the others import from are run as far as those need them, so the
     * parts of a program can be run side by side and put together.
     */
    public static final class Part {
        private final List<FlowFinding> findings;
        private final Map<Source, Function> parameters;
        private final Set<Function> followed;
        private final Map<String, List<String>> unfinished;

        private Part(SinkListener sinks, Machine machine) {
            this.findings = sinks.findings();
            this.parameters = machine.parameters();
            this.followed = machine.followed();
            this.unfinished = unfinished(machine.program());
        }
    }

    /**
     * Runs some of the modules of one language, which make one program. Needs a thread with a deep stack: see {@link
     * dev.assistant.runtime.analysis.syntax.ir.Lowering#DEPTH_LIMIT}. Stops early when the thread is interrupted.
     *
     * @param program all modules
     * @param own those whose functions are run
     * @param listeners told of everything that is run
     * @param done told of each of its own modules that is done
     */
    public Part run(
            Language language, List<Module> program, List<Module> own, List<Listener> listeners, Runnable done) {
        LibraryModel library = libraries.get(language);
        if (library == null) {
            throw new IllegalArgumentException("not loaded: " + language);
        }
        SinkListener sinks = new SinkListener(library.namedSinks());
        List<Listener> all = new ArrayList<>(listeners);
        all.add(sinks);
        Machine machine = new Machine(language, new Program(program), library, all);
        sinks.lookWith(machine.evaluator());
        Entries entries = new Entries(machine);
        for (Module module : own) {
            entries.run(machine.program().at(module));
            done.run();
        }
        return new Part(sinks, machine);
    }

    /** What the parts of one program found together. */
    public static Result joined(List<Part> parts) {
        SinkListener all = new SinkListener(List.of());
        Map<Source, Function> parameters = new HashMap<>();
        Set<Function> followed = new HashSet<>();
        Map<String, List<String>> unfinished = new TreeMap<>();
        for (Part part : parts) {
            parameters.putAll(part.parameters);
            followed.addAll(part.followed);
            unfinished.putAll(part.unfinished);
            part.findings.forEach(all::add);
        }
        List<Evidence> evidence = all.findings().stream()
                .filter(finding ->
                        !followed.contains(parameters.get(finding.flow().source())))
                .map(FlowEvidence::of)
                .toList();
        return new Result(evidence, unfinished);
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
