package dev.assistant.runtime.analysis.patterns;

import dev.assistant.review.Evidence;
import dev.assistant.review.Fix;
import dev.assistant.review.Language;
import dev.assistant.review.Reach;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.analysis.AnalysisEngine;
import dev.assistant.runtime.analysis.OwnCode;
import dev.assistant.runtime.analysis.patterns.LanguageRules.Hit;
import dev.assistant.runtime.analysis.rules.Rule;
import dev.assistant.runtime.analysis.syntax.SourceText;
import dev.assistant.runtime.analysis.syntax.SyntaxParser;
import dev.assistant.runtime.analysis.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
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

/**
 * Applies the rules that look at the shape of code. Thread-safe; reads several files at a time. A file costs at most
 * {@link #STEPS} comparisons and what {@link SyntaxParser.Limits} allow.
 */
public final class PatternEngine implements AnalysisEngine {
    /** About two seconds of work. */
    private static final long STEPS = 40_000_000;

    /** More of one kind in one file tell nothing new. */
    private static final int MOST_OF_ONE_RULE = 25;

    private static final int SHOWN_CODE = 60;

    private static final Comparator<Evidence> ORDER =
            Comparator.comparing(Evidence::range).thenComparing(Evidence::ruleId);

    private final SyntaxParser parser;
    private final Map<Language, LanguageRules> rules = new EnumMap<>(Language.class);

    public PatternEngine(SyntaxParser.Limits limits) {
        this.parser = new SyntaxParser(limits);
        for (Language language : Language.values()) {
            rules.put(language, LanguageRules.load(language));
        }
    }

    @Override
    public String name() {
        return "patterns";
    }

    @Override
    public String version() {
        return OwnCode.VERSION;
    }

    @Override
    public Reach reach(Language language) {
        return Objects.requireNonNull(rules.get(language)).special() ? Reach.PATTERNS : Reach.SECRETS;
    }

    /** There is nothing to load: rules are read when the engine is made. */
    @Override
    public void warmUp() {}

    @Override
    public Analysis analyse(List<SourceFile> files) throws InterruptedException {
        List<Callable<Analysis>> tasks = files.stream()
                .map(file -> (Callable<Analysis>) () -> analyse(file))
                .toList();
        List<Evidence> evidence = new ArrayList<>();
        List<UnreadFile> unread = new ArrayList<>();
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            for (Future<Analysis> part : threads.invokeAll(tasks)) {
                evidence.addAll(part.get().evidence());
                unread.addAll(part.get().unread());
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("pattern rules failed", failure.getCause());
        } finally {
            threads.shutdownNow();
        }
        return new Analysis(evidence, unread);
    }

    private Analysis analyse(SourceFile file) {
        SourceText source = new SourceText(file);
        LanguageRules ofLanguage = Objects.requireNonNull(rules.get(file.language()));
        try {
            Budget budget = new Budget(STEPS);
            List<Evidence> evidence = new ArrayList<>();
            List<UnreadFile> unread = new ArrayList<>();
            Set<Place> reported = new HashSet<>();
            ofLanguage.inText(source, budget).forEach(hit -> report(hit, source, Optional.empty(), reported, evidence));
            if (ofLanguage.wantTree()) {
                SyntaxTree tree = parser.parse(source);
                if (tree.isHardlyReadable() && !isPerhapsOfAnotherLanguage(file)) {
                    unread.add(new UnreadFile(file.path(), "much of it could not be parsed", true));
                }
                ofLanguage
                        .inTree(tree, budget)
                        .forEach(hit -> report(hit, source, Rewriting.of(hit, tree), reported, evidence));
            }
            evidence.sort(ORDER);
            return new Analysis(evidence, unread);
        } catch (SyntaxParser.NotParsed notParsed) {
            return unread(file, notParsed.reason(), notParsed.lasting());
        } catch (Budget.Spent tooMuch) {
            return unread(file, "searching it for patterns takes too long", true);
        } catch (RuntimeException | StackOverflowError failure) {
            return unread(file, "searching it for patterns broke down", false);
        }
    }

    /** The headers of C++ have the same ending as those of C. */
    private static boolean isPerhapsOfAnotherLanguage(SourceFile file) {
        return file.path().endsWith(".h");
    }

    private static Analysis unread(SourceFile file, String reason, boolean lasting) {
        return new Analysis(List.of(), List.of(new UnreadFile(file.path(), reason, lasting)));
    }

    private record Place(String rule, int line) {}

    private static void report(
            Hit hit, SourceText source, Optional<Fix> fix, Set<Place> reported, List<Evidence> evidence) {
        Rule rule = hit.rule();
        int line = source.line(hit.span().start());
        long before = reported.stream()
                .filter(place -> place.rule().equals(rule.id()))
                .count();
        if (before < MOST_OF_ONE_RULE && reported.add(new Place(rule.id(), line))) {
            evidence.add(new Evidence(
                    "patterns",
                    rule.id(),
                    rule.severity(),
                    rule.category(),
                    source.path(),
                    source.range(hit.span()),
                    message(hit, source),
                    Optional.of(rule.fix()),
                    fix,
                    rule.cwe(),
                    rule.confidence(),
                    List.of()));
        }
    }

    private static String message(Hit hit, SourceText source) {
        String message = hit.rule().message();
        for (Bindings bound = hit.bindings(); bound != null; bound = bound.rest()) {
            String text = source.slice(bound.span()).replaceAll("\\s+", " ");
            String shown = text.length() > SHOWN_CODE ? text.substring(0, SHOWN_CODE) + "…" : text;
            if (!bound.name().isEmpty()) {
                message = message.replace("{" + bound.name() + "}", shown);
            }
        }
        return message;
    }

    @Override
    public void close() {}
}
