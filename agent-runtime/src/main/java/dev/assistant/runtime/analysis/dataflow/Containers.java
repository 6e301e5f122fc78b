package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.review.Language;
import dev.assistant.runtime.analysis.syntax.Span;
import dev.assistant.runtime.analysis.syntax.ir.Constant;
import dev.assistant.runtime.analysis.syntax.ir.Expression;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is held by lists, dictionaries and texts. */
final class Containers {
    private final Machine machine;

    Containers(Machine machine) {
        this.machine = machine;
    }

    /** An element as code reads it. */
    Value read(Expression.Element element, Frame frame) {
        Optional<Value> learned = Assignments.learned(element, frame);
        if (learned.isPresent()) {
            return learned.get();
        }
        Value container = machine.evaluator().evaluate(element.container(), frame);
        Value key = machine.evaluator().evaluate(element.key(), frame);
        return element(container, key.constant(), frame);
    }

    /** What a container holds under a key. */
    Value element(Value container, Constant key, Frame frame) {
        if (container.isKnown()) {
            return new Value(Folding.character(container.constant(), key), container.taint(), Set.of());
        }
        Value element = container
                .all(Referent.Symbol.class)
                .flatMap(symbol -> machine.library().type(symbol.name() + "[]").stream())
                .findFirst()
                .map(type -> Value.symbol(type).with(container.taint()))
                .orElse(Value.of(container.taint()));
        Optional<Value> held = container
                .all(Referent.Instance.class)
                .map(instance -> frame.state()
                        .find(instance.address())
                        .map(shape -> elementOf(shape, key))
                        .orElse(Value.UNKNOWN))
                .reduce(Value::join);
        return held.map(value -> value.with(value.taint().join(container.taint())))
                .orElse(element);
    }

    /** Any key under which a container holds something. */
    Value anyKey(Value container, Frame frame) {
        Taint keys = shapes(container, frame).map(Shape::keys).reduce(Taint.NONE, Taint::join);
        return Value.of(container.taint().join(keys));
    }

    /** What a loop over a container goes through: of a dictionary, in languages where that is so, its keys. */
    Value iterated(Value container, Frame frame) {
        boolean keys = machine.language() == Language.PYTHON
                && shapes(container, frame).anyMatch(shape -> shape.type().equals(Shape.DICT));
        return keys ? anyKey(container, frame) : anyElement(container, frame);
    }

    private static Stream<Shape> shapes(Value container, Frame frame) {
        return container
                .all(Referent.Instance.class)
                .map(instance -> frame.state().find(instance.address()))
                .flatMap(Optional::stream);
    }

    private Value elementOf(Shape shape, Constant key) {
        return shape.has(key)
                ? shape.get(key)
                : machine.library().type(shape.type() + "[]").map(Value::symbol).orElseGet(() -> shape.get(key));
    }

    /** Anything that a container holds, or any character of a text. */
    Value anyElement(Value container, Frame frame) {
        return container.isKnown() ? Value.of(container.taint()) : element(container, Constant.Unknown.VALUE, frame);
    }

    /** A part of a text, or of a list in a list of its own. */
    Value slice(Expression.Slice slice, Frame frame) {
        Value container = machine.evaluator().evaluate(slice.container(), frame);
        Constant from = machine.evaluator().evaluate(slice.from(), frame).constant();
        Constant to = machine.evaluator().evaluate(slice.to(), frame).constant();
        Constant known = Folding.slice(container.constant(), from, to);
        Optional<Shape> shape = container
                .all(Referent.Instance.class)
                .map(instance -> frame.state().find(instance.address()))
                .flatMap(Optional::stream)
                .reduce(Shape::join);
        Value copied = shape.map(held -> machine.allocate(frame, slice.span(), held.collapse()))
                .orElse(Value.UNKNOWN);
        return new Value(known, container.taint(), copied.referents());
    }

    /** A list with what two lists hold; unknown when neither is one. */
    Value concatenated(Value left, Value right, Span span, Frame frame) {
        Optional<Shape> first = list(left, frame);
        Optional<Shape> second = list(right, frame);
        if (first.isEmpty() && second.isEmpty()) {
            return Value.UNKNOWN;
        }
        Shape both = first.or(() -> second).get().collapse();
        Value held = both.rest().join(anyElement(left, frame)).join(anyElement(right, frame));
        Value list = machine.allocate(frame, span, both.put(Constant.Unknown.VALUE, held));
        return list.with(left.taint().join(right.taint()));
    }

    private static Optional<Shape> list(Value value, Frame frame) {
        return value.all(Referent.Instance.class)
                .map(instance -> frame.state().find(instance.address()))
                .flatMap(Optional::stream)
                .filter(shape -> shape.type().equals(Shape.LIST))
                .findFirst();
    }
}
