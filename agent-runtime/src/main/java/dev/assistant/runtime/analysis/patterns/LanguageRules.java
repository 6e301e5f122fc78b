package dev.assistant.runtime.analysis.patterns;

import dev.assistant.review.Language;
import dev.assistant.runtime.analysis.rules.Match;
import dev.assistant.runtime.analysis.rules.Match.Clause;
import dev.assistant.runtime.analysis.rules.Rule;
import dev.assistant.runtime.analysis.rules.RuleLoader;
import dev.assistant.runtime.analysis.syntax.SourceText;
import dev.assistant.runtime.analysis.syntax.Span;
import dev.assistant.runtime.analysis.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** The rules that look at the shape of one language's code. Thread-safe. */
final class LanguageRules {
    private static final String ANYWHERE = "";

    private final CodeSearch.Shapes shapes;
    private final Map<String, List<CodeRule>> byBeginning = new HashMap<>();
    private final List<TextRule> texts = new ArrayList<>();
    private final List<SecretRule> secrets = new ArrayList<>();
    private final List<PhraseRule> phrases = new ArrayList<>();
    private final boolean special;

    private record CodeRule(Rule rule, Match.Code code) {}

    private record TextRule(Rule rule, Match.Text text) {}

    private record SecretRule(Rule rule, Match.Secret secret) {}

    private record PhraseRule(Rule rule, Match.Phrase phrase) {}

    /**
     * A place that a rule is about.
     *
     * @param span what is reported
     * @param whole what a rewrite replaces
     */
    record Hit(Rule rule, Span span, Span whole, Bindings bindings) {}

    private LanguageRules(Language language, List<Rule> rules) {
        this.shapes = new CodeSearch.Shapes(language);
        this.special = rules.stream().anyMatch(rule -> rule.language() != Language.TEXT);
        for (Rule rule : rules) {
            for (Match match : rule.matches()) {
                switch (match) {
                    case Match.Code code -> {
                        for (String beginning : shapes.beginnings(code)) {
                            byBeginning
                                    .computeIfAbsent(beginning, key -> new ArrayList<>())
                                    .add(new CodeRule(rule, code));
                        }
                    }
                    case Match.Text text -> texts.add(new TextRule(rule, text));
                    case Match.Secret secret -> secrets.add(new SecretRule(rule, secret));
                    case Match.Phrase phrase -> phrases.add(new PhraseRule(rule, phrase));
                    case Match.Use use -> {}
                    case Match.Named named -> {}
                }
            }
        }
    }

    /** Reads the rules of a language, with those of the language that it extends and those about any text. */
    static LanguageRules load(Language language) {
        Stream<Language> from = switch (language) {
            case TYPESCRIPT -> Stream.of(Language.JAVASCRIPT, Language.TYPESCRIPT);
            case CPP -> Stream.of(Language.C, Language.CPP);
            case TEXT -> Stream.of();
            default -> Stream.of(language);
        };
        return new LanguageRules(
                language,
                Stream.concat(from, Stream.of(Language.TEXT))
                        .flatMap(one -> RuleLoader.load(one).stream())
                        .filter(LanguageRules::isAboutShape)
                        .toList());
    }

    private static boolean isAboutShape(Rule rule) {
        return rule.matches().stream().anyMatch(match -> !(match instanceof Match.Use || match instanceof Match.Named));
    }

    /** Whether there are rules made for the language, and not only those about any text. */
    boolean special() {
        return special;
    }

    /** Whether files must be parsed for them. */
    boolean wantTree() {
        return !byBeginning.isEmpty();
    }

    /** Everything that the rules find in a file's text. */
    List<Hit> inText(SourceText source, Budget budget) {
        List<Hit> hits = new ArrayList<>();
        if (!texts.isEmpty()) {
            TextSearch search = new TextSearch(source);
            for (TextRule rule : texts) {
                if (holdsOfFile(rule.text().clauses(), source)) {
                    budget.spend();
                    search.all(rule.text()).forEach(span -> hits.add(new Hit(rule.rule(), span, span, Bindings.NONE)));
                }
            }
        }
        for (SecretRule rule : secrets) {
            if (rule.secret().format().mayBeIn(source.content())
                    && holdsOfFile(rule.secret().clauses(), source)) {
                budget.spend();
                rule.secret().format().in(FileText.limited(source.content())).forEach(place -> {
                    Span span = new Span(place.start(), place.end());
                    hits.add(new Hit(rule.rule(), span, span, Bindings.NONE));
                });
            }
        }
        phrases(source, budget, hits);
        return hits;
    }

    private void phrases(SourceText source, Budget budget, List<Hit> into) {
        String lowerCase = phrases.isEmpty() ? "" : source.content().toLowerCase(Locale.ROOT);
        for (PhraseRule rule : phrases) {
            if (rule.phrase().mayBeIn(lowerCase) && holdsOfFile(rule.phrase().clauses(), source)) {
                budget.spend();
                Matcher found = rule.phrase().found().matcher(FileText.limited(source.content()));
                while (found.find()) {
                    Span span = new Span(found.start(), found.end());
                    into.add(new Hit(rule.rule(), span, span, Bindings.NONE));
                }
            }
        }
    }

    /** Everything that the rules find in a file's tree. */
    List<Hit> inTree(SyntaxTree tree, Budget budget) {
        CodeSearch search = new CodeSearch(tree, shapes, budget);
        Map<Match.Code, Boolean> concerned = new HashMap<>();
        List<Hit> hits = new ArrayList<>();
        for (int node = 0; node < tree.size(); node++) {
            if (tree.isNamed(node)) {
                look(search, byBeginning.getOrDefault(tree.type(node), List.of()), node, tree, concerned, hits);
                look(search, byBeginning.getOrDefault(ANYWHERE, List.of()), node, tree, concerned, hits);
            }
        }
        return hits;
    }

    private static void look(
            CodeSearch search,
            List<CodeRule> rules,
            int node,
            SyntaxTree tree,
            Map<Match.Code, Boolean> concerned,
            List<Hit> into) {
        for (CodeRule rule : rules) {
            if (concerned.computeIfAbsent(rule.code(), code -> holdsOfFile(code.clauses(), tree.source()))) {
                CodeSearch.Found found = search.at(rule.code(), node);
                if (found != null) {
                    into.add(new Hit(rule.rule(), found.span(), found.whole(), found.bindings()));
                }
            }
        }
    }

    private static boolean holdsOfFile(List<Clause> clauses, SourceText source) {
        return clauses.stream()
                .allMatch(clause -> !(clause instanceof Clause.File file) || FileText.holds(file, source));
    }
}
