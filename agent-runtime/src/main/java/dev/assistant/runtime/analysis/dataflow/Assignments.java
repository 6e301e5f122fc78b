package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.review.Language;
import dev.assistant.runtime.analysis.dataflow.model.Access;
import dev.assistant.runtime.analysis.dataflow.model.Api;
import dev.assistant.runtime.analysis.syntax.ir.Constant;
import dev.assistant.runtime.analysis.syntax.ir.Expression;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Gives variables, members and elements their values. */
final class Assignments {
    private final Machine machine;

    Assignments(Machine machine) {
        this.machine = machine;
    }

    /** Assigns, telling listeners and leaving a step in the path of untrusted data. */
    void assign(Expression target, Value value, Frame frame) {
        switch (target) {
            case Expression.Name name -> assignName(name, value, frame);
            case Expression.Member member -> assignMember(member, value, frame);
            case Expression.Element element -> assignElement(element, value, frame);
            case Expression.Slice slice ->
                mutate(
                        machine.evaluator().evaluate(slice.container(), frame),
                        frame,
                        shape -> shape.collapse()
                                .put(
                                        Constant.Unknown.VALUE,
                                        machine.containers().anyElement(value, frame)));
            case Expression.Sequence sequence -> destructure(sequence.elements(), value, frame);
            case Expression.Mapping mapping -> destructureNamed(mapping, value, frame);
            case Expression.Spread spread -> assign(spread.value(), value, frame);
            case Expression.Assignment withDefault ->
                assign(
                        withDefault.target(),
                        value.join(machine.evaluator().evaluate(withDefault.value(), frame)),
                        frame);
            case Expression.Opaque opaque -> opaque.parts().forEach(part -> assign(part, value.tainting(), frame));
            default -> {}
        }
    }

    private void assignName(Expression.Name name, Value value, Frame frame) {
        Value stepped = value.taint().isEmpty()
                ? value
                : value.with(value.taint().step(new Step(frame.text(), name.span(), "is kept in " + name.name())));
        machine.listeners().forEach(listener -> listener.named(name.name(), name, stepped, frame));
        set(name.name(), stepped, frame);
        frame.state().forget(frame.scope().variable(name.name()));
    }

    /** Sets a variable where it is declared. */
    void set(String name, Value value, Frame frame) {
        Optional<Scope> at = Optional.of(frame.scope());
        while (at.isPresent()) {
            Scope scope = at.get();
            if (scope.declares(name)) {
                frame.state().set(scope.variable(name), value);
                return;
            }
            if (scope.owner().isPresent() && setOwnField(scope.owner().get(), name, value, frame)) {
                return;
            }
            at = scope.parent();
        }
        frame.state().set(frame.module().scope().variable(name), value);
    }

    private boolean setOwnField(SubmittedClass owner, String name, Value value, Frame frame) {
        if (!machine.traits().ownFields()
                || owner.definition().fields().stream()
                        .noneMatch(field -> field.name().equals(name))) {
            return false;
        }
        Optional<Value> self = frame.state().find(frame.scope().variable("this"));
        self.ifPresent(object -> mutate(object, frame, shape -> shape.put(Constant.of(name), value)));
        return self.isPresent();
    }

    private void assignMember(Expression.Member member, Value value, Frame frame) {
        Value object = machine.evaluator().evaluate(member.object(), frame);
        Value stepped = value.taint().isEmpty()
                ? value
                : value.with(value.taint()
                        .step(new Step(frame.text(), member.span(), "is kept in " + frame.written(member.span()))));
        Set<String> symbols = new LinkedHashSet<>();
        machine.names()
                .types(object, frame)
                .forEach(type -> symbols.addAll(List.of(type + "." + member.name(), type + ".*")));
        wrote(member, member.object(), symbols, Access.Kind.WRITE, object, stepped, Optional.empty(), frame);
        machine.listeners().forEach(listener -> listener.named(member.name(), member, stepped, frame));
        mutate(object, frame, shape -> shape.put(Constant.of(member.name()), stepped));
        exports(member, stepped, frame);
    }

    /** {@code exports.name = value} makes a name that other modules see. */
    private void exports(Expression.Member member, Value value, Frame frame) {
        if (machine.language() == Language.JAVASCRIPT) {
            String written = frame.written(member.span());
            if (written.equals("module.exports") || written.equals("exports.default")) {
                frame.state().set(frame.module().scope().variable("exports"), value);
            }
        }
    }

    private void assignElement(Expression.Element element, Value value, Frame frame) {
        Value container = machine.evaluator().evaluate(element.container(), frame);
        Value key = machine.evaluator().evaluate(element.key(), frame);
        Value stepped = value.taint().isEmpty()
                ? value
                : value.with(value.taint()
                        .step(new Step(frame.text(), element.span(), "is kept in " + frame.written(element.span()))));
        Set<String> symbols = machine.names().types(container, frame);
        Arguments.Passed passedKey = new Arguments.Passed("", element.key(), key, false);
        wrote(element, element, symbols, Access.Kind.ELEMENT_WRITE, container, stepped, Optional.of(passedKey), frame);
        if (key.constant() instanceof Constant.Text name) {
            machine.listeners().forEach(listener -> listener.named(name.value(), element, stepped, frame));
        } else {
            machine.listeners().forEach(listener -> listener.named(nameOf(element.key()), element, stepped, frame));
        }
        mutate(container, frame, shape -> shape.put(key.constant(), stepped).keyed(key.taint()));
        taintUnknownContainer(element.container(), container, stepped, frame);
    }

    private static String nameOf(Expression key) {
        return key instanceof Expression.Name name ? name.name() : "";
    }

    /** What is stored in something that is not known stays in it. */
    void taintUnknownContainer(Expression expression, Value container, Value stored, Frame frame) {
        boolean shaped = container.all(Referent.Instance.class).findAny().isPresent();
        if (!shaped
                && !stored.taint().isEmpty()
                && container.all(Referent.Symbol.class).findAny().isEmpty()) {
            refine(expression, frame, value -> value.with(value.taint().join(stored.taint())));
        }
    }

    private void wrote(
            Expression target,
            Expression receiver,
            Set<String> symbols,
            Access.Kind kind,
            Value object,
            Value value,
            Optional<Arguments.Passed> key,
            Frame frame) {
        List<Api> apis = new ArrayList<>();
        String receiverName = Calls.lastName(receiver);
        for (String symbol : symbols) {
            apis.addAll(machine.library().lookup(new Access(kind, symbol), receiverName));
        }
        if (apis.isEmpty() && target instanceof Expression.Member member) {
            apis.addAll(machine.library().lookup(new Access(kind, "*." + member.name()), receiverName));
        }
        Arguments arguments = new Arguments(
                Optional.of(new Arguments.Passed("", receiver, object, false)),
                List.of(new Arguments.Passed("", target, value, false)),
                key);
        WriteSite site = new WriteSite(target, symbols, arguments, apis, frame);
        machine.listeners().forEach(listener -> listener.wrote(site));
    }

    private void destructure(List<Expression> targets, Value value, Frame frame) {
        for (int i = 0; i < targets.size(); i++) {
            Value element = targets.get(i) instanceof Expression.Spread
                    ? value.tainting().join(machine.containers().anyElement(value, frame))
                    : machine.traits().severalResults()
                            ? result(i, targets.size(), value, frame)
                            : machine.containers().element(value, Constant.of(i), frame);
            assign(targets.get(i), element, frame);
        }
    }

    /** One of several results: of a function that is not followed, the first is its value and the last says how it went. */
    private Value result(int index, int count, Value value, Frame frame) {
        boolean list = value.all(Referent.Instance.class)
                .map(instance -> frame.state().find(instance.address()))
                .flatMap(Optional::stream)
                .anyMatch(shape -> shape.isList() && shape.length() == count);
        if (list) {
            return machine.containers().element(value, Constant.of(index), frame);
        }
        if (index == 0) {
            return value;
        }
        return index == count - 1 ? Value.UNKNOWN : value.tainting();
    }

    private void destructureNamed(Expression.Mapping targets, Value value, Frame frame) {
        for (Expression.Entry entry : targets.entries()) {
            if (entry.key().isPresent()) {
                assign(
                        entry.value(),
                        machine.members().member(value, keyName(entry.key().get()), frame),
                        frame);
            } else {
                assign(entry.value(), value, frame);
            }
        }
    }

    private static String keyName(Expression key) {
        boolean quoted = key instanceof Expression.Literal literal && literal.value() instanceof Constant.Text;
        return quoted ? Folding.written(((Expression.Literal) key).value()) : nameOf(key);
    }

    /** Changes the objects that a value refers to; only one certainly, several each perhaps. */
    void mutate(Value object, Frame frame, UnaryOperator<Shape> change) {
        List<Referent.Instance> instances = object.all(Referent.Instance.class).toList();
        for (Referent.Instance instance : instances) {
            frame.state().find(instance.address()).ifPresent(shape -> {
                Shape changed = change.apply(shape);
                frame.state().set(instance.address(), instances.size() == 1 ? changed : shape.join(changed));
            });
        }
    }

    /**
     * Changes what is known of something that is read anew each time, such as {@code request.query.id}: it is kept under how it is
     * written.
     */
    private static void refineRead(Expression place, Frame frame, UnaryOperator<Value> change) {
        written(place).ifPresent(path -> {
            Value changed = change.apply(frame.remembered(place));
            frame.state().learn(frame.scope().variable(path), changed);
        });
    }

    /** What was learned of something by how it is written; see {@link #refine}. */
    static Optional<Value> learned(Expression place, Frame frame) {
        return written(place)
                .flatMap(path -> frame.state().learned(frame.scope().variable(path)));
    }

    /** How a chain of members and constant keys is written, at least one; empty for anything else. */
    private static Optional<String> written(Expression place) {
        if (place instanceof Expression.Member member) {
            return start(member.object()).map(start -> start + "." + member.name());
        }
        return place instanceof Expression.Element element && element.key() instanceof Expression.Literal key
                ? start(element.container()).map(start -> start + "." + Folding.written(key.value()))
                : Optional.empty();
    }

    private static Optional<String> start(Expression place) {
        return place instanceof Expression.Name name ? Optional.of(name.name()) : written(place);
    }

    /** Changes what is known of the place that an expression names, without a step. */
    void refine(Expression place, Frame frame, UnaryOperator<Value> change) {
        switch (place) {
            case Expression.Name name ->
                set(name.name(), change.apply(machine.names().lookup(name.name(), frame)), frame);
            case Expression.Member member -> {
                Value object = machine.evaluator().quietly(member.object(), frame);
                if (object.all(Referent.Instance.class).findAny().isEmpty()) {
                    refineRead(member, frame, change);
                }
                mutate(
                        object,
                        frame,
                        shape -> shape.put(Constant.of(member.name()), change.apply(shape.field(member.name()))));
            }
            case Expression.Element element -> {
                Constant key = machine.evaluator().quietly(element.key(), frame).constant();
                Value container = machine.evaluator().quietly(element.container(), frame);
                if (container.all(Referent.Instance.class).findAny().isEmpty()) {
                    refineRead(element, frame, change);
                }
                mutate(container, frame, shape -> shape.put(key, change.apply(shape.get(key))));
            }
            case Expression.Cast cast -> refine(cast.value(), frame, change);
            case Expression.Assignment assignment -> refine(assignment.target(), frame, change);
            default -> {}
        }
    }
}
