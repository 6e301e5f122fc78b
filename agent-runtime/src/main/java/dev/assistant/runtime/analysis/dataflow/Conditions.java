package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.runtime.analysis.dataflow.model.Condition;
import dev.assistant.runtime.analysis.dataflow.model.Condition.Test;
import dev.assistant.runtime.analysis.syntax.ir.Constant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
                .flatMap(given -> part(given, condition.property(), frame));
        Constant constant = value.map(Value::constant).orElse(Constant.Unknown.VALUE);
        return switch (condition.test()) {
            case Test.OneOf test -> test.values().stream().anyMatch(one -> canBe(one, constant));
            case Test.NotOneOf test ->
                !hidden(value, arguments) && test.values().stream().noneMatch(one -> canBe(one, constant));
            case Test.Matching test -> matches(test.pattern(), constant);
            case Test.NotMatching test -> !matches(test.pattern(), constant);
            case Test.Beginning test -> test.pattern().matcher(constant.start()).find() == test.begins();
            case Test.Given test -> value.isPresent() == test.given() && (test.given() || !hidden(value, arguments));
            case Test.Fixed test ->
                value.isPresent() && !constant.alternatives().isEmpty() == test.fixed();
            case Test.Below test ->
                constant.alternatives().stream()
                        .anyMatch(one -> one instanceof Constant.Whole whole && whole.value() < test.bound());
            case Test.Symbolic test ->
                value.stream()
                                .flatMap(given -> given.all(Referent.Symbol.class))
                                .anyMatch(symbol ->
                                        test.pattern().matcher(symbol.name()).find())
                        == test.matches();
            case Test.Typed test ->
                shapes(value, frame)
                                .anyMatch(shape ->
                                        test.pattern().matcher(shape.type()).find())
                        == test.matches();
            case Test.Listed test -> isList(value, frame) == test.list();
            case Test.Untrusted test ->
                value.map(given -> given.taint().isFromOutside()).orElse(false) == test.untrusted();
        };
    }

    private static boolean matches(Pattern pattern, Constant constant) {
        return constant.alternatives().stream()
                .anyMatch(one -> one instanceof Constant.Text text
                        && pattern.matcher(text.value()).find());
    }

    private static boolean canBe(Constant expected, Constant actual) {
        return actual.alternatives().stream().anyMatch(one -> same(expected, one));
    }

    /** Arguments that are spread may hold what is looked for. */
    private static boolean hidden(Optional<Value> value, Arguments arguments) {
        return value.isEmpty() && arguments.spreads();
    }

    private static boolean same(Constant expected, Constant actual) {
        if (expected instanceof Constant.Text a && actual instanceof Constant.Text b) {
            return a.value().equalsIgnoreCase(b.value());
        }
        return expected.equals(actual);
    }

    /** What a path of fields and elements leads to. */
    private static Optional<Value> part(Value value, String path, Frame frame) {
        Optional<Value> at = Optional.of(value);
        for (String property : path.isEmpty() ? new String[0] : path.split(" > ")) {
            at = at.flatMap(whole -> property(whole, property, frame));
        }
        return at;
    }

    /** A field or element; none when the object is known not to have it. */
    private static Optional<Value> property(Value value, String property, Frame frame) {
        Constant key = property.chars().allMatch(Character::isDigit)
                ? Constant.of(Long.parseLong(property))
                : Constant.of(property);
        List<Shape> shapes = shapes(Optional.of(value), frame).toList();
        if (shapes.isEmpty()) {
            return value.isKnown() ? Optional.empty() : Optional.of(Value.UNKNOWN);
        }
        return shapes.stream().flatMap(shape -> held(shape, key).stream()).reduce(Value::join);
    }

    /** What an object holds under a key; names of headers, which have hyphens, are written in any case. */
    private static Optional<Value> held(Shape shape, Constant key) {
        if (!shape.has(key) && key instanceof Constant.Text name && name.value().contains("-")) {
            Optional<Value> alike = shape.slots().entrySet().stream()
                    .filter(slot -> same(key, slot.getKey()))
                    .map(Map.Entry::getValue)
                    .reduce(Value::join);
            if (alike.isPresent()) {
                return alike;
            }
        }
        return shape.has(key) || !shape.rest().equals(Value.UNKNOWN) ? Optional.of(shape.get(key)) : Optional.empty();
    }

    private static boolean isList(Optional<Value> value, Frame frame) {
        return shapes(value, frame).anyMatch(shape -> shape.type().equals(Shape.LIST));
    }

    private static Stream<Shape> shapes(Optional<Value> value, Frame frame) {
        return value.stream()
                .flatMap(given -> given.all(Referent.Instance.class))
                .map(instance -> frame.state().find(instance.address()))
                .flatMap(Optional::stream);
    }
}
