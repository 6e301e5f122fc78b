package dev.assistant.runtime.analysis.flow;

import dev.assistant.runtime.analysis.flow.model.Condition;
import dev.assistant.runtime.analysis.flow.model.Condition.Test;
import dev.assistant.runtime.analysis.syntax.ir.Constant;
import java.util.List;
import java.util.Optional;

/** Judges conditions of data files on the values of a call. */
public final class Conditions {
    private Conditions() {}

    /** Whether all hold. */
    public static boolean hold(List<Condition> conditions, Arguments arguments, Frame frame) {
        return conditions.stream().allMatch(condition -> holds(condition, arguments, frame));
    }

    private static boolean holds(Condition condition, Arguments arguments, Frame frame) {
        Optional<Value> value = arguments
                .first(condition.selector())
                .map(Arguments.Passed::value)
                .map(given -> condition.property().isEmpty() ? given : property(given, condition.property(), frame));
        Constant constant = value.map(Value::constant).orElse(Constant.UNKNOWN);
        return switch (condition.test()) {
            case Test.OneOf(List<Constant> values) -> values.stream().anyMatch(one -> same(one, constant));
            case Test.NotOneOf(List<Constant> values) ->
                !hidden(value, arguments) && values.stream().noneMatch(one -> same(one, constant));
            case Test.Matching(var pattern) ->
                constant instanceof Constant.Text(String text) && pattern.matcher(text).find();
            case Test.NotMatching(var pattern) ->
                !(constant instanceof Constant.Text(String text)
                        && pattern.matcher(text).find());
            case Test.Given(boolean given) -> value.isPresent() == given && (given || !hidden(value, arguments));
            case Test.Fixed(boolean fixed) -> constant.isKnown() == fixed;
            case Test.Below(long bound) -> constant instanceof Constant.Whole(long number) && number < bound;
            case Test.Symbolic(var pattern, boolean matches) ->
                value.stream()
                                .flatMap(given -> given.all(Referent.Symbol.class))
                                .anyMatch(symbol -> pattern.matcher(symbol.name()).find())
                        == matches;
            case Test.Listed(boolean list) -> isList(value, frame) == list;
        };
    }

    /** Arguments that are spread may hold what is looked for. */
    private static boolean hidden(Optional<Value> value, Arguments arguments) {
        return value.isEmpty() && arguments.spreads();
    }

    private static boolean same(Constant expected, Constant actual) {
        if (expected instanceof Constant.Text(String a) && actual instanceof Constant.Text(String b)) {
            return a.equalsIgnoreCase(b);
        }
        return expected.equals(actual);
    }

    private static Value property(Value value, String property, Frame frame) {
        Constant key = property.chars().allMatch(Character::isDigit)
                ? Constant.of(Long.parseLong(property))
                : Constant.of(property);
        return value.all(Referent.Instance.class)
                .map(instance -> frame.state().find(instance.address()))
                .flatMap(Optional::stream)
                .map(shape -> shape.get(key))
                .reduce(Value::join)
                .orElse(Value.UNKNOWN);
    }

    private static boolean isList(Optional<Value> value, Frame frame) {
        return value.stream()
                .flatMap(given -> given.all(Referent.Instance.class))
                .map(instance -> frame.state().find(instance.address()))
                .flatMap(Optional::stream)
                .anyMatch(shape -> shape.type().equals(Shape.LIST));
    }
}
