package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.runtime.analysis.syntax.ir.Constant;
import dev.assistant.runtime.analysis.syntax.ir.Expression;
import dev.assistant.runtime.analysis.syntax.ir.Operator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Recognises checks that a value is one quoted text and nothing else: it begins and ends with a quote and has none between. */
final class QuotedText {
    private static final Set<String> BEGINS = Set.of("startswith", "startsWith");
    private static final Set<String> ENDS = Set.of("endswith", "endsWith");

    private QuotedText() {}

    /** One of the three parts of the check. */
    private record Part(String about, String value, String quote) {}

    /**
     * The names that are quoted texts when each of these conditions came out so.
     *
     * @param outcome what all of them are
     */
    static Stream<Expression.Name> among(List<Expression> conditions, boolean outcome) {
        List<Part> parts = conditions.stream()
                .flatMap(condition -> part(condition, outcome).stream())
                .toList();
        return conditions.stream()
                .flatMap(condition -> between(condition, outcome).stream())
                .filter(inner -> inner.container() instanceof Expression.Name name
                        && parts.stream()
                                .filter(part -> part.about().equals("between"))
                                .anyMatch(part -> part.value().equals(name.name())
                                        && parts.contains(new Part("begins", part.value(), part.quote()))
                                        && parts.contains(new Part("ends", part.value(), part.quote()))))
                .map(inner -> (Expression.Name) inner.container());
    }

    private static Optional<Part> part(Expression condition, boolean outcome) {
        if (condition instanceof Expression.Operation not && not.operator() == Operator.NOT) {
            return part(not.operands().getFirst(), !outcome);
        }
        if (outcome
                && condition instanceof Expression.Call call
                && call.callee() instanceof Expression.Member method
                && method.object() instanceof Expression.Name value
                && call.arguments().size() == 1
                && (BEGINS.contains(method.name()) || ENDS.contains(method.name()))) {
            String about = BEGINS.contains(method.name()) ? "begins" : "ends";
            return quote(call.arguments().getFirst().value()).map(quote -> new Part(about, value.name(), quote));
        }
        return between(condition, outcome)
                .filter(inner -> inner.container() instanceof Expression.Name)
                .flatMap(inner -> quote(((Expression.Operation) positive(condition))
                                .operands()
                                .getFirst())
                        .map(quote -> new Part("between", ((Expression.Name) inner.container()).name(), quote)));
    }

    /** What is all of a text but its first and last sign, when a condition says that something is not in it. */
    private static Optional<Expression.Slice> between(Expression condition, boolean outcome) {
        if (condition instanceof Expression.Operation not && not.operator() == Operator.NOT) {
            return between(not.operands().getFirst(), !outcome);
        }
        return condition instanceof Expression.Operation contained
                        && contained.operator() == (outcome ? Operator.NOT_IN : Operator.IN)
                        && contained.operands().size() == 2
                        && contained.operands().getLast() instanceof Expression.Slice slice
                        && isNumber(slice.from(), 1)
                        && isNumber(slice.to(), -1)
                ? Optional.of(slice)
                : Optional.empty();
    }

    private static Expression positive(Expression condition) {
        return condition instanceof Expression.Operation not && not.operator() == Operator.NOT
                ? positive(not.operands().getFirst())
                : condition;
    }

    private static boolean isNumber(Expression bound, long number) {
        if (bound instanceof Expression.Operation negated && negated.operator() == Operator.NEGATE) {
            return isNumber(negated.operands().getFirst(), -number);
        }
        return bound instanceof Expression.Literal literal && literal.value().equals(Constant.of(number));
    }

    private static Optional<String> quote(Expression expression) {
        return expression instanceof Expression.Literal literal
                        && literal.value() instanceof Constant.Text text
                        && (text.value().equals("'") || text.value().equals("\""))
                ? Optional.of(text.value())
                : Optional.empty();
    }
}
