package dev.assistant.runtime.analysis.dataflow.model;

import dev.assistant.runtime.analysis.syntax.ir.Constant;
import dev.assistant.runtime.data.DataNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What must be known of a value for a model or rule to apply. A value that is not known satisfies no test but
 * {@link Test.NotOneOf}, {@link Test.Absent} and {@link Test.NotMatching}.
 *
 * @param property a field or element of the value that is meant instead, by its key, or by the keys that lead to it with {@code >}
 *     between them; empty for the value itself
 */
public record Condition(Selector selector, String property, Test test) {
    private static final Set<String> KEYS = Set.of(
            "argument",
            "property",
            "is",
            "is-not",
            "matches",
            "matches-not",
            "begins",
            "begins-not",
            "given",
            "constant",
            "below",
            "list",
            "untrusted",
            "symbol",
            "symbol-not",
            "type",
            "type-not");

    /** A question about one value. */
    public sealed interface Test {
        /** It is known to be one of these. */
        record OneOf(List<Constant> values) implements Test {}

        /** It is not known to be one of these. */
        record NotOneOf(List<Constant> values) implements Test {}

        /** It is a known text in which the pattern is found. */
        record Matching(Pattern pattern) implements Test {}

        /** It is not a known text in which the pattern is found. */
        record NotMatching(Pattern pattern) implements Test {}

        /** It is a text that begins so, as far as its beginning is known, or is not known to. */
        record Beginning(Pattern pattern, boolean begins) implements Test {}

        /** It was passed, or was left out. */
        record Given(boolean given) implements Test {}

        /** It was passed, and is a known value written in the code, or is not. */
        record Fixed(boolean fixed) implements Test {}

        /** It is a known whole number below the bound. */
        record Below(long bound) implements Test {}

        /** The qualified name of what it stands for matches, or does not. */
        record Symbolic(Pattern pattern, boolean matches) implements Test {}

        /** The name of its type matches, or does not. */
        record Typed(Pattern pattern, boolean matches) implements Test {}

        /** It holds data from outside, or does not. */
        record Untrusted(boolean untrusted) implements Test {}

        /** It is a list or tuple, or is not. */
        record Listed(boolean list) implements Test {}
    }

    /** Reads a list of conditions that must all hold. */
    public static List<Condition> parseAll(List<DataNode> nodes) {
        return nodes.stream().map(Condition::parse).toList();
    }

    private static Condition parse(DataNode node) {
        node.allow(KEYS);
        Selector selector = Selector.parse(node.get("argument"));
        return new Condition(selector, node.text("property", ""), test(node));
    }

    private static Test test(DataNode node) {
        for (var entry : node.map().entrySet()) {
            DataNode value = entry.getValue();
            switch (entry.getKey()) {
                case "is" -> {
                    return new Test.OneOf(constants(value));
                }
                case "is-not" -> {
                    return new Test.NotOneOf(constants(value));
                }
                case "matches" -> {
                    return new Test.Matching(pattern(value));
                }
                case "matches-not" -> {
                    return new Test.NotMatching(pattern(value));
                }
                case "begins" -> {
                    return new Test.Beginning(pattern(value), true);
                }
                case "begins-not" -> {
                    return new Test.Beginning(pattern(value), false);
                }
                case "given" -> {
                    return new Test.Given(value.truth());
                }
                case "constant" -> {
                    return new Test.Fixed(value.truth());
                }
                case "below" -> {
                    return new Test.Below(value.whole());
                }
                case "symbol" -> {
                    return new Test.Symbolic(pattern(value), true);
                }
                case "symbol-not" -> {
                    return new Test.Symbolic(pattern(value), false);
                }
                case "type" -> {
                    return new Test.Typed(pattern(value), true);
                }
                case "type-not" -> {
                    return new Test.Typed(pattern(value), false);
                }
                case "list" -> {
                    return new Test.Listed(value.truth());
                }
                case "untrusted" -> {
                    return new Test.Untrusted(value.truth());
                }
                default -> {}
            }
        }
        throw node.wrong(
                "a condition needs a test: is, is-not, matches, matches-not, begins, begins-not, given, constant, below, list, untrusted, symbol, symbol-not, type or type-not");
    }

    private static List<Constant> constants(DataNode node) {
        return node.list().stream().map(Condition::constant).toList();
    }

    private static Constant constant(DataNode node) {
        if (node.isTruth()) {
            return Constant.of(node.truth());
        }
        if (node.isNull()) {
            return Constant.Nothing.VALUE;
        }
        return node.isWhole() ? Constant.of(node.whole()) : Constant.of(node.text());
    }

    static Pattern pattern(DataNode node) {
        try {
            return Pattern.compile(node.text());
        } catch (PatternSyntaxException broken) {
            throw node.wrong("not a regular expression: " + broken.getDescription());
        }
    }
}
