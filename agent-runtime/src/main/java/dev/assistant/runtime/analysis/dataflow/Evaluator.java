package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.runtime.analysis.syntax.Span;
import dev.assistant.runtime.analysis.syntax.ir.Constant;
import dev.assistant.runtime.analysis.syntax.ir.Expression;
import java.util.Optional;
import java.util.Set;

/** Gives expressions their abstract values, with the effects that evaluating them has. */
final class Evaluator {
    private static final int CONTENT_DEPTH = 3;

    private final Machine machine;

    Evaluator(Machine machine) {
        this.machine = machine;
    }

    Value evaluate(Expression expression, Frame frame) {
        frame.run().budget().spend();
        return switch (expression) {
            case Expression.Name name ->
                machine.members().read(name, machine.names().lookup(name.name(), frame), frame);
            case Expression.Literal literal -> Value.of(literal.value());
            case Expression.Interpolation text -> interpolate(text, frame);
            case Expression.Member member ->
                rememberData(member, machine.members().read(member, frame), frame);
            case Expression.Element element ->
                rememberData(element, machine.containers().read(element, frame), frame);
            case Expression.Slice slice -> machine.containers().slice(slice, frame);
            case Expression.Call call -> frame.remember(call, machine.calls().call(call, frame));
            case Expression.Operation operation ->
                frame.remember(operation, machine.operations().operate(operation, frame));
            case Expression.Choice choice -> machine.operations().choose(choice, frame);
            case Expression.Sequence sequence -> sequence(sequence, frame);
            case Expression.Mapping mapping -> mapping(mapping, frame);
            case Expression.Assignment assignment -> {
                Value value = evaluate(assignment.value(), frame);
                machine.assignments().assign(assignment.target(), value, frame);
                originates(assignment.target(), assignment.value(), frame);
                yield frame.remember(assignment, value);
            }
            case Expression.Spread spread -> evaluate(spread.value(), frame);
            case Expression.Comprehension comprehension -> comprehend(comprehension, frame);
            case Expression.Closure closure -> {
                Referent.FunctionReference made =
                        new Referent.FunctionReference(closure.function(), frame.scope(), Value.UNKNOWN, false);
                frame.run().discovered().add(made);
                yield Value.of(made);
            }
            case Expression.ClassExpression made -> machine.executor().defineClass(made.definition(), frame);
            case Expression.Cast cast -> cast(cast, frame);
            case Expression.Opaque opaque -> {
                Taint taint = Taint.NONE;
                for (Expression part : opaque.parts()) {
                    taint = taint.join(content(evaluate(part, frame), frame));
                }
                yield Value.of(taint);
            }
        };
    }

    /** Keeps which call a variable comes from; of several results, the last says how it went. */
    void originates(Expression target, Expression value, Frame frame) {
        Expression named = target instanceof Expression.Sequence several
                        && !several.elements().isEmpty()
                ? several.elements().getLast()
                : target;
        if (named instanceof Expression.Name name) {
            frame.origin(name.name(), value instanceof Expression.Call call ? Optional.of(call) : Optional.empty());
        }
    }

    /** Keeps what was read when a check may speak of it. */
    private static Value rememberData(Expression read, Value value, Frame frame) {
        return value.taint().isEmpty() ? value : frame.remember(read, value);
    }

    /** The value of an expression as it was or is, without effects and without telling anyone. */
    Value quietly(Expression expression, Frame frame) {
        return switch (expression) {
            case Expression.Name name -> machine.names().lookup(name.name(), frame);
            case Expression.Literal literal -> Value.of(literal.value());
            case Expression.Member member ->
                machine.members().member(quietly(member.object(), frame), member.name(), frame);
            case Expression.Element element ->
                machine.containers()
                        .element(
                                quietly(element.container(), frame),
                                quietly(element.key(), frame).constant(),
                                frame);
            case Expression.Cast cast -> quietly(cast.value(), frame);
            default -> frame.remembered(expression);
        };
    }

    private Value cast(Expression.Cast cast, Frame frame) {
        Value value = evaluate(cast.value(), frame);
        return value.referents().isEmpty() && !cast.type().isEmpty()
                ? machine.calls().typed(value, cast.type(), cast.span(), frame)
                : value;
    }

    private Value interpolate(Expression.Interpolation text, Frame frame) {
        Constant constant = Constant.of("");
        Taint taint = Taint.NONE;
        for (Expression expression : text.parts()) {
            Value value = evaluate(expression, frame);
            Taint part = content(value, frame);
            constant = Folding.append(
                    constant, value.constant(), part.fromOutside().isEmpty());
            taint = taint.join(part);
        }
        return new Value(constant, built(taint, constant, text.span(), frame), Set.of());
    }

    /** Data in a text; behind some beginnings it can do less harm. */
    Taint built(Taint taint, Constant text, Span span, Frame frame) {
        return taint.isEmpty()
                ? taint
                : taint.clear(machine.library().weaknesses().harmlessAfter(text.start())
                                | machine.library().weaknesses().inText())
                        .step(new Step(frame.text(), span, "is put into a string"));
    }

    /** The untrusted data in a value and in what it holds. */
    Taint content(Value value, Frame frame) {
        return content(value, frame, CONTENT_DEPTH);
    }

    private Taint content(Value value, Frame frame, int depth) {
        Taint taint = value.taint();
        if (depth == 0) {
            return taint;
        }
        for (Referent referent : value.referents()) {
            if (referent instanceof Referent.Instance instance) {
                Optional<Shape> shape = frame.state().find(instance.address());
                if (shape.isPresent()) {
                    taint = taint.join(content(shape.get().rest(), frame, depth - 1));
                    for (Value held : shape.get().slots().values()) {
                        taint = taint.join(content(held, frame, depth - 1));
                    }
                }
            }
        }
        return taint;
    }

    Optional<Value> reachable(Expression expression, Frame frame) {
        return frame.state().isReachable() ? Optional.of(evaluate(expression, frame)) : Optional.empty();
    }

    /** Evaluates a condition and keeps what it was for {@link Guards}. */
    Value evaluateTest(Expression test, Frame frame) {
        return frame.remember(test, evaluate(test, frame));
    }

    private Value sequence(Expression.Sequence sequence, Frame frame) {
        Shape shape = Shape.list(Shape.LIST);
        for (Expression element : sequence.elements()) {
            Value value = evaluate(element, frame);
            shape = element instanceof Expression.Spread
                    ? shape.collapse()
                            .put(Constant.Unknown.VALUE, machine.containers().anyElement(value, frame))
                    : shape.append(value);
        }
        return machine.allocate(frame, sequence.span(), shape);
    }

    private Value mapping(Expression.Mapping mapping, Frame frame) {
        Shape shape = Shape.object(Shape.DICT);
        for (Expression.Entry entry : mapping.entries()) {
            Value value = evaluate(entry.value(), frame);
            if (entry.key().isPresent()) {
                Value key = evaluate(entry.key().get(), frame);
                if (key.constant() instanceof Constant.Text name) {
                    machine.listeners().forEach(listener -> listener.named(name.value(), entry.value(), value, frame));
                }
                shape = shape.put(key.constant(), value).keyed(key.taint());
            } else {
                for (Referent.Instance other :
                        value.all(Referent.Instance.class).toList()) {
                    Optional<Shape> entries = frame.state().find(other.address());
                    shape = entries.map(shape::putAll).orElse(shape);
                }
                shape = value.taint().isEmpty()
                        ? shape
                        : shape.put(Constant.Unknown.VALUE, value.tainting()).keyed(value.taint());
            }
        }
        return machine.allocate(frame, mapping.span(), shape);
    }

    private Value comprehend(Expression.Comprehension comprehension, Frame frame) {
        State before = frame.state().copy();
        for (Expression.Clause clause : comprehension.clauses()) {
            Value iterable = evaluate(clause.iterable(), frame);
            machine.assignments().assign(clause.target(), machine.containers().iterated(iterable, frame), frame);
            for (Expression condition : clause.conditions()) {
                evaluateTest(condition, frame);
                machine.guards().assume(condition, true, frame);
            }
        }
        Value element = reachable(comprehension.element(), frame).orElse(Value.UNKNOWN);
        frame.state(before.join(frame.state()));
        if (comprehension.element() instanceof Expression.Mapping) {
            return element;
        }
        return machine.allocate(
                frame, comprehension.span(), Shape.object(Shape.LIST).put(Constant.Unknown.VALUE, element));
    }
}
