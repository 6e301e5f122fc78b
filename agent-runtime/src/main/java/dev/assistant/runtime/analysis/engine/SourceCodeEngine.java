package dev.assistant.runtime.analysis.engine;

import dev.assistant.review.Evidence;
import dev.assistant.review.Language;
import dev.assistant.review.Reach;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.analysis.AnalysisEngine;
import dev.assistant.runtime.analysis.dataflow.DataFlow;
import dev.assistant.runtime.analysis.rules.Rule;
import dev.assistant.runtime.analysis.rules.RuleListener;
import dev.assistant.runtime.analysis.rules.RuleLoader;
import dev.assistant.runtime.analysis.syntax.SourceText;
import dev.assistant.runtime.analysis.syntax.SyntaxParser;
import dev.assistant.runtime.analysis.syntax.ir.Lowering;
import dev.assistant.runtime.analysis.syntax.ir.Module;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * The own analysis layer: parses files with tree-sitter, follows data through them and applies rules. Thread-safe; each analysis
 * runs on a thread of its own with a stack deep enough for {@link Lowering#DEPTH_LIMIT}.
 */
public final class SourceCodeEngine implements AnalysisEngine {
    private static final long STACK_BYTES = 256L << 20;

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
    public Analysis analyse(List<SourceFile> files) throws InterruptedException {
        CompletableFuture<Analysis> result = new CompletableFuture<>();
        Thread worker = new Thread(null, () -> complete(result, files), "source-analysis", STACK_BYTES);
        worker.setDaemon(true);
        worker.start();
        try {
            return result.get();
        } catch (InterruptedException stop) {
            worker.interrupt();
            throw stop;
        } catch (ExecutionException failure) {
            throw new IllegalStateException("source analysis failed", failure.getCause());
        }
    }

    private void complete(CompletableFuture<Analysis> result, List<SourceFile> files) {
        try {
            result.complete(analyseAll(files));
        } catch (RuntimeException | StackOverflowError failure) {
            result.completeExceptionally(failure);
        }
    }

    private Analysis analyseAll(List<SourceFile> files) {
        List<Evidence> evidence = new ArrayList<>();
        List<UnreadFile> unread = new ArrayList<>();
        parse(files, unread).forEach((language, modules) -> {
            RuleListener rules = new RuleListener(this.rules.getOrDefault(language, List.of()));
            DataFlow.Result result = dataFlow.analyse(language, modules, List.of(rules));
            evidence.addAll(result.evidence());
            evidence.addAll(rules.evidence());
            result.unfinished()
                    .forEach((path, functions) -> unread.add(new UnreadFile(
                            path, "too complex for data-flow analysis: " + String.join(", ", functions))));
        });
        return new Analysis(evidence.stream().map(TestCode::weighed).toList(), unread);
    }

    private Map<Language, List<Module>> parse(List<SourceFile> files, List<UnreadFile> unread) {
        Map<Language, List<Module>> modules = new EnumMap<>(Language.class);
        for (SourceFile file : files) {
            if (Lowering.covers(file.language()) && !Thread.currentThread().isInterrupted()) {
                try {
                    Module module = Lowering.lower(parser.parse(new SourceText(file)));
                    modules.computeIfAbsent(program(file.language()), language -> new ArrayList<>())
                            .add(module);
                    if (!module.complete()) {
                        unread.add(new UnreadFile(file.path(), "some code nests too deeply for data-flow analysis"));
                    }
                } catch (SyntaxParser.NotParsed notParsed) {
                    unread.add(new UnreadFile(file.path(), notParsed.reason()));
                }
            }
        }
        return modules;
    }

    /** JavaScript and TypeScript files make one program. */
    private static Language program(Language language) {
        return language == Language.TYPESCRIPT ? Language.JAVASCRIPT : language;
    }

    @Override
    public void close() {}
}
