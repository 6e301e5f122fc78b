package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.runtime.analysis.dataflow.model.Effect;
import dev.assistant.runtime.analysis.dataflow.model.Selector;
import dev.assistant.runtime.analysis.syntax.Span;
import dev.assistant.runtime.analysis.syntax.ir.Constant;
import dev.assistant.runtime.analysis.syntax.ir.Operator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What calls do with containers. */
final class Effects {
    private final Machine machine;

    Effects(Machine machine) {
        this.machine = machine;
    }

    /** Applies an effect and gives the call's result. */
    Value apply(Effect effect, CallSite site, Frame frame) {
        Optional<Arguments.Passed> receiver = site.arguments().receiver();
        Value object = receiver.map(Arguments.Passed::value).orElse(Value.UNKNOWN);
        Value value = site.arguments()
                .first(effect.value())
                .map(Arguments.Passed::value)
                .orElse(Value.UNKNOWN);
        Constant key =
                effect.property().isEmpty() ? key(effect.keys(), site.arguments()) : Constant.of(effect.property());
        return switch (effect.kind()) {
            case APPEND -> store(site, value, frame, shape -> shape.append(value));
            case INSERT -> store(site, value, frame, shape -> shape.insert(key, value));
            case EXTEND -> {
                Value element = machine.containers().anyElement(value, frame);
                Taint keys =
                        shape(value, frame).map(Shape::keys).orElse(Taint.NONE).join(value.taint());
                yield store(
                        site,
                        element,
                        frame,
                        shape -> shape.collapse()
                                .put(Constant.Unknown.VALUE, element)
                                .keyed(keys));
            }
            case PUT_ALL -> {
                Optional<Shape> entries = shape(value, frame);
                machine.assignments()
                        .mutate(
                                object,
                                frame,
                                shape -> entries.map(shape::putAll).orElse(shape));
                yield object;
            }
            case PUT -> {
                tellName(key, value, site, frame);
                Taint keys = keyTaint(effect.keys(), site.arguments());
                yield store(site, value, frame, shape -> shape.put(key, value).keyed(keys));
            }
            case SET -> {
                machine.assignments().mutate(object, frame, shape -> shape.put(key, value));
                yield object;
            }
            case GET -> read(object, key, value, frame);
            case TAKE -> take(object, effect.keys().isEmpty() ? Constant.of(-1) : key, frame);
            case TAKE_FIRST -> take(object, Constant.of(0), frame);
            case CLEAR -> {
                machine.assignments().mutate(object, frame, Effects::emptied);
                yield Value.UNKNOWN;
            }
            case ANY -> machine.containers().anyElement(object, frame);
            case COPY -> copy(object, site.call().span(), frame);
            case KEYS -> keys(object, site.call().span(), frame);
            case PAIRS -> pairs(object, site.call().span(), frame);
            case LIST -> list(site, frame);
            case WRAP -> wrap(value, site.call().span(), frame);
            case COLLECT -> collect(site, object, value, frame);
            case SELF ->
                object.all(Referent.Instance.class).findAny().isPresent() && isTyped(site) ? object.tainting() : object;
            case GIVE -> value;
            case EQUAL -> Value.of(Folding.fold(Operator.EQUAL, object.constant(), value.constant()));
            case LENGTH ->
                object.constant() instanceof Constant.Text text
                        ? Value.of(Constant.of(text.value().length()))
                        : Value.UNKNOWN;
            case SLICE -> slice(effect, site, object);
            case EXIT -> {
                frame.state().stop();
                yield Value.UNKNOWN;
            }
            case DEMAND -> {
                site.arguments()
                        .first(effect.value())
                        .ifPresent(passed -> machine.guards().assume(passed.expression(), true, frame));
                yield Value.UNKNOWN;
            }
        };
    }

    private static Value slice(Effect effect, CallSite site, Value object) {
        Constant[] bounds = {Constant.Nothing.VALUE, Constant.Nothing.VALUE};
        for (int i = 0; i < Math.min(bounds.length, effect.keys().size()); i++) {
            bounds[i] = site.arguments()
                    .first(effect.keys().get(i))
                    .map(passed -> passed.value().constant())
                    .orElse(Constant.Nothing.VALUE);
        }
        return object.tainting().withConstant(Folding.slice(object.constant(), bounds[0], bounds[1]));
    }

    /** Whether the result has a type of its own; then it is another object. */
    private boolean isTyped(CallSite site) {
        return site.symbols().stream()
                .anyMatch(symbol -> machine.library().type(symbol + "()").isPresent());
    }

    private static Shape emptied(Shape shape) {
        return shape.isList() ? Shape.list(shape.type()) : Shape.object(shape.type());
    }

    private static Constant key(List<Selector> keys, Arguments arguments) {
        StringBuilder joined = new StringBuilder();
        for (Selector selector : keys) {
            Constant part = arguments
                    .first(selector)
                    .map(passed -> passed.value().constant())
                    .orElse(Constant.Unknown.VALUE);
            if (!part.isKnown()) {
                return Constant.Unknown.VALUE;
            }
            if (keys.size() == 1) {
                return part;
            }
            joined.append(Folding.written(part)).append('\0');
        }
        return keys.isEmpty() ? Constant.Unknown.VALUE : Constant.of(joined.toString());
    }

    private static Taint keyTaint(List<Selector> keys, Arguments arguments) {
        Taint taint = Taint.NONE;
        for (Selector selector : keys) {
            taint = taint.join(arguments
                    .first(selector)
                    .map(passed -> passed.value().taint())
                    .orElse(Taint.NONE));
        }
        return taint;
    }

    private void tellName(Constant key, Value value, CallSite site, Frame frame) {
        if (key instanceof Constant.Text name) {
            machine.listeners().forEach(listener -> listener.named(name.value(), site.call(), value, frame));
        }
    }

    private Value store(CallSite site, Value stored, Frame frame, UnaryOperator<Shape> change) {
        Optional<Arguments.Passed> receiver = site.arguments().receiver();
        if (receiver.isPresent()) {
            machine.assignments().mutate(receiver.get().value(), frame, change);
            machine.assignments()
                    .taintUnknownContainer(
                            receiver.get().expression(), receiver.get().value(), stored, frame);
        }
        return Value.UNKNOWN;
    }

    private Value read(Value object, Constant key, Value otherwise, Frame frame) {
        Value element = machine.containers().element(object, key, frame);
        boolean maybeMissing = object.all(Referent.Instance.class)
                .map(instance -> frame.state().find(instance.address()))
                .flatMap(Optional::stream)
                .noneMatch(shape -> key.isKnown() && shape.has(key));
        return maybeMissing && !otherwise.equals(Value.UNKNOWN) ? element.join(otherwise) : element;
    }

    private Value take(Value object, Constant key, Frame frame) {
        Value taken = machine.containers().element(object, key, frame);
        machine.assignments().mutate(object, frame, shape -> shape.remove(key));
        return taken;
    }

    private Value copy(Value object, Span span, Frame frame) {
        Optional<Shape> shape = shape(object, frame);
        Value copied = shape.map(held -> machine.allocate(frame, span, held)).orElse(Value.UNKNOWN);
        return new Value(object.constant(), object.taint(), copied.referents());
    }

    private Value keys(Value object, Span span, Frame frame) {
        return machine.allocate(
                frame,
                span,
                Shape.object(Shape.LIST)
                        .put(Constant.Unknown.VALUE, machine.containers().anyKey(object, frame)));
    }

    private Value pairs(Value object, Span span, Frame frame) {
        Value element = machine.containers().anyElement(object, frame);
        Value key = machine.containers().anyKey(object, frame);
        Shape pair = Shape.list("pair")
                .append(key)
                .append(element)
                .put(Constant.of("key"), key)
                .put(Constant.of("value"), element);
        Value made = machine.allocate(frame, span, pair);
        return machine.allocate(frame, span, Shape.object(Shape.LIST).put(Constant.Unknown.VALUE, made));
    }

    private Value list(CallSite site, Frame frame) {
        Shape shape = Shape.list(Shape.LIST);
        for (Arguments.Passed argument : site.arguments().passed()) {
            shape = shape.append(argument.value());
        }
        return machine.allocate(frame, site.call().span(), shape);
    }

    private Value wrap(Value value, Span span, Frame frame) {
        if (value.equals(Value.UNKNOWN) || value.isKnown()) {
            return machine.allocate(frame, span, Shape.list(Shape.LIST));
        }
        Optional<Shape> shape = shape(value, frame);
        if (shape.isPresent()) {
            Shape held = shape.get().isList() ? shape.get() : shape.get().collapse();
            return machine.allocate(frame, span, new Shape(Shape.LIST, held.slots(), held.rest(), held.length()))
                    .with(value.taint());
        }
        Value element = value.tainting();
        return machine.allocate(frame, span, Shape.object(Shape.LIST).put(Constant.Unknown.VALUE, element))
                .with(value.taint());
    }

    private Value collect(CallSite site, Value object, Value value, Frame frame) {
        Taint added = machine.evaluator()
                .content(value, frame)
                .clear(machine.library().weaknesses().inText());
        if (added.isEmpty()) {
            return object;
        }
        site.arguments()
                .receiver()
                .ifPresent(receiver -> machine.listeners()
                        .forEach(listener -> listener.named(
                                Calls.lastName(receiver.expression()), site.call(), Value.of(added), frame)));
        if (object.all(Referent.Instance.class).findAny().isPresent()) {
            machine.assignments().mutate(object, frame, shape -> shape.put(Constant.Unknown.VALUE, Value.of(added)));
        } else {
            site.arguments()
                    .receiver()
                    .ifPresent(receiver -> machine.assignments()
                            .refine(
                                    receiver.expression(),
                                    frame,
                                    old -> old.with(old.taint().join(added))));
        }
        return object.with(object.taint().join(added));
    }

    private static Optional<Shape> shape(Value value, Frame frame) {
        return value.all(Referent.Instance.class)
                .map(instance -> frame.state().find(instance.address()))
                .flatMap(Optional::stream)
                .reduce(Shape::join);
    }
}
