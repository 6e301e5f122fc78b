package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.runtime.analysis.syntax.ir.Expression;
import dev.assistant.runtime.analysis.syntax.ir.Operator;
import java.util.Optional;
import java.util.Set;

/** Finds what a checked expression speaks of: a check of {@code x.lower()} is one of {@code x}. */
final class CheckedSubjects {
    /** Methods whose result is checked in place of the text itself. */
    private static final Set<String> NORMALIZERS = Set.of(
            "lower",
            "upper",
            "strip",
            "casefold",
            "lstrip",
            "rstrip",
            "toLowerCase",
            "toUpperCase",
            "trim",
            "toString",
            "intern",
            "ToLower",
            "ToUpper",
            "ToLowerInvariant",
            "ToUpperInvariant",
            "Trim",
            "downcase",
            "upcase",
            "to_s",
            "to_sym");

    /** Functions whose result is checked in place of the text that they are given. */
    private static final Set<String> NORMALIZING_FUNCTIONS = Set.of(
            "ToLower",
            "ToUpper",
            "TrimSpace",
            "strtolower",
            "strtoupper",
            "trim",
            "str",
            "fspath",
            "strval",
            "String",
            "matcher");

    private CheckedSubjects() {}

    /** What a checked expression speaks of: {@code x.lower() in LIST} speaks of x, and so does {@code x ?? ''}. */
    static Expression of(Expression expression, Frame frame, LanguageTraits traits) {
        Expression at = expression;
        while (true) {
            if (at instanceof Expression.Call call
                    && call.callee() instanceof Expression.Member member
                    && NORMALIZERS.contains(member.name())) {
                at = call.arguments().size() == 1
                                && NORMALIZING_FUNCTIONS.contains(member.name())
                                && traits.severalResults()
                        ? call.arguments().getFirst().value()
                        : member.object();
            } else if (at instanceof Expression.Call call
                    && call.arguments().size() == 1
                    && NORMALIZING_FUNCTIONS.contains(Calls.lastName(call.callee()))) {
                at = call.arguments().getFirst().value();
            } else if (at instanceof Expression.Cast cast) {
                at = cast.value();
            } else if (at instanceof Expression.Operation operation && hasDefault(operation)) {
                at = operation.operands().getFirst();
            } else {
                return at instanceof Expression.Name name
                        ? frame.origin(name.name())
                                .flatMap(CheckedSubjects::matched)
                                .map(text -> of(text, frame, traits))
                                .orElse(at)
                        : at;
            }
        }
    }

    /** The text that Java's matchers speak of. */
    private static Optional<Expression> matched(Expression.Call call) {
        return Calls.lastName(call.callee()).equals("matcher")
                        && call.arguments().size() == 1
                ? Optional.of(call.arguments().getFirst().value())
                : Optional.empty();
    }

    /** Whether it is a value with one written out in its place for when there is none. */
    private static boolean hasDefault(Expression.Operation operation) {
        boolean either = operation.operator() == Operator.COALESCE || operation.operator() == Operator.OR;
        return either
                && operation.operands().size() == 2
                && operation.operands().getLast() instanceof Expression.Literal;
    }
}
