package dev.assistant.runtime.analysis.engine;

import dev.assistant.review.Evidence;
import dev.assistant.review.Language;
import dev.assistant.review.Reach;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.analysis.AnalysisEngine;
import dev.assistant.runtime.analysis.OwnCode;
import dev.assistant.runtime.analysis.dataflow.DataFlow;
import dev.assistant.runtime.analysis.rules.Rule;
import dev.assistant.runtime.analysis.rules.RuleListener;
import dev.assistant.runtime.analysis.rules.RuleLoader;
import dev.assistant.runtime.analysis.syntax.SourceText;
import dev.assistant.runtime.analysis.syntax.SyntaxParser;
import dev.assistant.runtime.analysis.syntax.SyntaxTree;
import dev.assistant.runtime.analysis.syntax.ir.Lowering;
import dev.assistant.runtime.analysis.syntax.ir.Module;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * The own analysis layer: parses files with tree-sitter, follows data through them and applies rules. Thread-safe; each analysis
 * runs on threads of its own, as many as there are processors, whose stacks are deep enough for {@link Lowering#DEPTH_LIMIT}.
 */
public final class SourceCodeEngine implements AnalysisEngine {
    /** About a third of a gigabyte once lowered. */
    private static final int PART_CHARACTERS = 24_000_000;

    /** So many files are run by one thread; further ones make a share that another can run. */
    private static final int SHARE_FILES = 250;

    private final SyntaxParser parser;
    private final DataFlow dataFlow;
    private final Map<Language, List<Rule>> rules = new EnumMap<>(Language.class);

    public SourceCodeEngine(SyntaxParser.Limits limits) {
        this.parser = new SyntaxParser(limits);
        for (Language language : Language.values()) {
            rules.put(language, RuleLoader.load(language));
        }
        this.dataFlow = DataFlow.load(Arrays.stream(Language.values())
                .filter(Lowering::covers)
                .map(SourceCodeEngine::program)
                .distinct()
                .toList());
    }

    @Override
    public String name() {
        return "assistant";
    }

    @Override
    public String version() {
        return OwnCode.VERSION;
    }

    @Override
    public Reach reach(Language language) {
        return Lowering.covers(language) ? Reach.RULES : Reach.NONE;
    }

    @Override
    public void warmUp() {
        Thread.ofVirtual().start(() -> {
            for (Language language : Language.values()) {
                if (Lowering.covers(language)) {
                    warmUp(language);
                }
            }
        });
    }

    private void warmUp(Language language) {
        try {
            parser.parse(new SourceText(
                    new SourceFile("warm." + language.extensions().getFirst(), language, "")));
        } catch (SyntaxParser.NotParsed cannotHappen) {
            throw new IllegalStateException(cannotHappen);
        }
    }

    @Override
    public List<List<SourceFile>> parts(List<SourceFile> files) {
        return new Parts(PART_CHARACTERS).of(files);
    }

    @Override
    public Analysis analyse(List<SourceFile> files) throws InterruptedException {
        return analyse(files, () -> {});
    }

    @Override
    public Analysis analyse(List<SourceFile> files, Progress progress) throws InterruptedException {
        AtomicInteger finished = new AtomicInteger();
        Runnable tell = () -> IntStream.range(0, finished.getAndSet(0)).forEach(file -> progress.done());
        try (Threads threads = new Threads()) {
            List<Read> read = threads.all(
                    files.stream()
                            .filter(file -> Lowering.covers(file.language()))
                            .<Callable<Read>>map(file -> () -> read(file))
                            .toList(),
                    () -> {});
            List<UnreadFile> unread = new ArrayList<>();
            Map<Language, List<Module>> programs = new EnumMap<>(Language.class);
            for (Read file : read) {
                file.failure().ifPresent(unread::add);
                file.module()
                        .ifPresentOrElse(
                                module -> programs.computeIfAbsent(
                                                program(module.source().language()), language -> new ArrayList<>())
                                        .add(module),
                                finished::incrementAndGet);
            }
            List<Evidence> evidence = new ArrayList<>();
            for (Map.Entry<Language, List<Module>> program : programs.entrySet()) {
                run(program.getKey(), program.getValue(), finished, tell, threads, evidence, unread);
            }
            return new Analysis(evidence, unread);
        }
    }

    /** A file as far as it could be read. */
    private record Read(Optional<Module> module, Optional<UnreadFile> failure) {
        static Read failed(SourceFile file, String reason, boolean lasting) {
            return new Read(Optional.empty(), Optional.of(new UnreadFile(file.path(), reason, lasting)));
        }
    }

    private Read read(SourceFile file) {
        try {
            SyntaxTree tree = parser.parse(new SourceText(file));
            Module module = Lowering.lower(tree);
            return new Read(
                    Optional.of(module), doubt(tree, module).map(reason -> new UnreadFile(file.path(), reason, true)));
        } catch (SyntaxParser.NotParsed notParsed) {
            return Read.failed(file, notParsed.reason(), notParsed.lasting());
        } catch (RuntimeException | StackOverflowError failure) {
            return Read.failed(file, "reading its syntax stopped with an error", false);
        }
    }

    private static Optional<String> doubt(SyntaxTree tree, Module module) {
        if (tree.isHardlyReadable()) {
            return Optional.of("much of it could not be parsed");
        }
        return module.complete() ? Optional.empty() : Optional.of("some code nests too deeply for data-flow analysis");
    }

    /** What a share of a program's files came to. */
    private record Share(DataFlow.Part flows, List<Evidence> evidence) {}

    private void run(
            Language language,
            List<Module> program,
            AtomicInteger finished,
            Runnable tell,
            Threads threads,
            List<Evidence> evidence,
            List<UnreadFile> unread)
            throws InterruptedException {
        List<Callable<Share>> shares = new ArrayList<>();
        for (int from = 0; from < program.size(); from += SHARE_FILES) {
            List<Module> own = program.subList(from, Math.min(program.size(), from + SHARE_FILES));
            shares.add(() -> {
                RuleListener used = new RuleListener(rules.getOrDefault(language, List.of()));
                DataFlow.Part flows = dataFlow.run(language, program, own, List.of(used), finished::incrementAndGet);
                return new Share(flows, used.evidence());
            });
        }
        List<Share> done = threads.all(shares, tell);
        DataFlow.Result result = DataFlow.joined(done.stream().map(Share::flows).toList());
        evidence.addAll(result.evidence());
        done.stream().flatMap(share -> share.evidence().stream()).distinct().forEach(evidence::add);
        result.unfinished()
                .forEach((path, functions) -> unread.add(new UnreadFile(
                        path, "too complex for data-flow analysis: " + String.join(", ", functions), true)));
    }

    /** JavaScript and TypeScript files make one program. */
    static Language program(Language language) {
        return language == Language.TYPESCRIPT ? Language.JAVASCRIPT : language;
    }

    @Override
    public void close() {}
}
