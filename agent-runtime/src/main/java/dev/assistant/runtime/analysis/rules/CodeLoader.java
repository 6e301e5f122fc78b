package dev.assistant.runtime.analysis.rules;

import dev.assistant.review.SecretFormats;
import dev.assistant.runtime.analysis.rules.Match.Clause;
import dev.assistant.runtime.analysis.rules.Match.Measure;
import dev.assistant.runtime.analysis.rules.Match.Relation;
import dev.assistant.runtime.analysis.rules.Match.Test;
import dev.assistant.runtime.data.DataNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what a rule says about the shape of code or text. */
final class CodeLoader {
    private static final Map<String, Relation> RELATIONS = Map.of(
            "inside", Relation.INSIDE,
            "parent", Relation.PARENT,
            "file-has", Relation.FILE_HAS,
            "has", Relation.HAS,
            "function-has", Relation.FUNCTION_HAS,
            "followed-by", Relation.FOLLOWED_BY);
    private static final Set<String> CODE_KEYS = Set.of(
            "code",
            "where",
            "report",
            "written",
            "written-not",
            "inside",
            "inside-not",
            "has",
            "has-not",
            "function-has",
            "function-has-not",
            "followed-by",
            "followed-by-not",
            "parent",
            "parent-not",
            "file-has",
            "file-has-not",
            "file",
            "file-not",
            "path",
            "path-not");
    private static final Set<String> TEXT_KEYS =
            Set.of("text", "head", "whole-file", "unless", "file", "file-not", "path", "path-not");
    private static final Set<String> SECRET_KEYS = Set.of("secret", "file", "file-not", "path", "path-not");
    private static final Set<String> PHRASE_KEYS = Set.of("phrase", "words", "file", "file-not", "path", "path-not");
    /** Between words: white space, seen or not, signs of comments, and what ends a piece of a string and begins the next. */
    private static final String BETWEEN_WORDS = "[\\s\\xA0\\u200B-\\u200D\\u2060#*/>;,!\"'`+|-]{1,40}+";

    private static final Set<String> TEST_KEYS = Set.of(
            "matches",
            "matches-not",
            "is",
            "is-not",
            "code",
            "code-not",
            "above-bytes-of",
            "from-elements-of",
            "above-elements-of",
            "unless-within-bytes-of");

    private CodeLoader() {}

    static Match.Code code(DataNode node) {
        node.allow(CODE_KEYS);
        List<Clause> clauses = new ArrayList<>();
        node.find("where").ifPresent(where -> where.map().forEach((name, tests) -> tests(name, tests, clauses)));
        written(node, clauses);
        file(node, clauses);
        RELATIONS.forEach((key, relation) -> {
            near(node, key, relation, true, clauses);
            near(node, key + "-not", relation, false, clauses);
        });
        return new Match.Code(node.get("code").texts(), clauses, node.text("report", ""));
    }

    static Match.Text text(DataNode node) {
        node.allow(TEXT_KEYS);
        List<Clause> clauses = new ArrayList<>();
        file(node, clauses);
        List<Pattern> unless =
                node.list("unless").stream().map(RuleLoader::pattern).toList();
        Optional<Pattern> head = node.find("head").map(RuleLoader::pattern);
        return new Match.Text(
                node.truth("whole-file", false), head, RuleLoader.pattern(node.get("text")), unless, clauses);
    }

    static Match.Secret secret(DataNode node) {
        node.allow(SECRET_KEYS);
        List<Clause> clauses = new ArrayList<>();
        file(node, clauses);
        DataNode format = node.get("secret");
        return new Match.Secret(
                SecretFormats.byId(format.text()).orElseThrow(() -> format.wrong("there is no such format")), clauses);
    }

    static Match.Phrase phrase(DataNode node) {
        node.allow(PHRASE_KEYS);
        List<Clause> clauses = new ArrayList<>();
        file(node, clauses);
        Pattern found = Pattern.compile(
                "(?i)" + RuleLoader.pattern(node.get("phrase")).pattern().replace(" ", BETWEEN_WORDS));
        return new Match.Phrase(found, node.texts("words"), clauses);
    }

    private static void tests(String name, DataNode tests, List<Clause> into) {
        tests.allow(TEST_KEYS);
        tests.map().forEach((key, value) -> {
            boolean wanted = !key.endsWith("-not");
            into.add(new Clause.Where(
                    name,
                    switch (key) {
                        case "matches", "matches-not" -> new Test.Matching(RuleLoader.pattern(value), wanted);
                        case "is", "is-not" -> new Test.Kind(value.texts(), wanted);
                        case "above-bytes-of" -> new Test.Beyond(Measure.ABOVE_BYTES, value.text());
                        case "from-elements-of" -> new Test.Beyond(Measure.FROM_ELEMENTS, value.text());
                        case "unless-within-bytes-of" -> new Test.Beyond(Measure.UNLESS_WITHIN_BYTES, value.text());
                        case "above-elements-of" -> new Test.Beyond(Measure.ABOVE_ELEMENTS, value.text());
                        default -> new Test.Like(new Match.Code(value.texts(), List.of(), ""), wanted);
                    }));
        });
    }

    private static void written(DataNode node, List<Clause> into) {
        node.find("written").ifPresent(value -> into.add(new Clause.Written(RuleLoader.pattern(value), true)));
        node.find("written-not").ifPresent(value -> into.add(new Clause.Written(RuleLoader.pattern(value), false)));
    }

    private static void file(DataNode node, List<Clause> into) {
        for (String key : List.of("file", "path")) {
            boolean path = key.equals("path");
            node.find(key).ifPresent(value -> into.add(new Clause.File(RuleLoader.pattern(value), path, true)));
            node.find(key + "-not")
                    .ifPresent(value -> into.add(new Clause.File(RuleLoader.pattern(value), path, false)));
        }
    }

    /** Several that are wanted must all be there; of several that are not, none may be. */
    private static void near(DataNode node, String key, Relation relation, boolean wanted, List<Clause> into) {
        node.list(key)
                .forEach(value -> into.add(new Clause.Near(
                        relation,
                        value.isMap() ? code(value) : new Match.Code(List.of(value.text()), List.of(), ""),
                        wanted)));
    }
}
