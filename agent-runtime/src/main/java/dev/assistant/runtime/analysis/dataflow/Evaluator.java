package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.review.Language;
import dev.assistant.runtime.analysis.dataflow.model.Access;
import dev.assistant.runtime.analysis.dataflow.model.Api;
import dev.assistant.runtime.analysis.syntax.Span;
import dev.assistant.runtime.analysis.syntax.ir.Constant;
import dev.assistant.runtime.analysis.syntax.ir.Expression;
import dev.assistant.runtime.analysis.syntax.ir.Operator;
import dev.assistant.runtime.analysis.syntax.ir.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
            case Expression.Name name -> read(name, machine.names().lookup(name.name(), frame), frame);
            case Expression.Literal literal -> Value.of(literal.value());
            case Expression.Interpolation text -> interpolate(text, frame);
            case Expression.Member member -> rememberData(member, readMember(member, frame), frame);
            case Expression.Element element -> rememberData(element, readElement(element, frame), frame);
            case Expression.Slice slice -> slice(slice, frame);
            case Expression.Call call -> frame.remember(call, machine.calls().call(call, frame));
            case Expression.Operation operation -> frame.remember(operation, operate(operation, frame));
            case Expression.Choice choice -> choose(choice, frame);
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
            case Expression.Member member -> member(quietly(member.object(), frame), member.name(), frame);
            case Expression.Element element ->
                element(
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

    private Value readMember(Expression.Member member, Frame frame) {
        Optional<Value> learned = Assignments.learned(member, frame);
        if (learned.isPresent()) {
            return learned.get();
        }
        Value object = evaluate(member.object(), frame);
        Value value = member(object, member.name(), frame);
        Set<String> symbols = new LinkedHashSet<>();
        machine.names()
                .types(object, frame)
                .forEach(type -> symbols.addAll(List.of(type + "." + member.name(), type + ".*")));
        return sources(member, symbols, value, Calls.lastName(member.object()), frame);
    }

    private Value read(Expression.Name name, Value value, Frame frame) {
        Set<String> symbols = new LinkedHashSet<>();
        value.all(Referent.Symbol.class).forEach(symbol -> symbols.add(symbol.name()));
        return symbols.isEmpty() ? value : sources(name, symbols, value, "", frame);
    }

    private Value sources(Expression expression, Set<String> symbols, Value value, String receiverName, Frame frame) {
        Value result = value;
        List<Api> apis = new ArrayList<>();
        symbols.forEach(symbol ->
                apis.addAll(machine.library().lookup(new Access(Access.Kind.READ, symbol), receiverName)));
        if (apis.isEmpty() && symbols.isEmpty() && expression instanceof Expression.Member member) {
            apis.addAll(machine.library().lookup(new Access(Access.Kind.READ, "*." + member.name()), receiverName));
        }
        for (Api api : apis) {
            for (Api.Source source : api.sources()) {
                result = result.with(result.taint().join(machine.calls().taint(source, expression, frame)));
            }
            for (Api.Facet facet : api.facets()) {
                result = result.with(new Referent.Facet(facet.clears()));
            }
            for (Api.Sanitizer sanitizer : api.sanitizers()) {
                result = result.with(result.taint().clear(sanitizer.clears()));
            }
        }
        return result;
    }

    /** A member of a value, whatever that may stand for. */
    Value member(Value object, String name, Frame frame) {
        Value member = Value.of(object.taint());
        boolean first = true;
        for (Referent referent : object.referents()) {
            Value found = member(referent, name, frame);
            Value whole = isHarmlessField(referent, name, frame)
                    ? found
                    : found.with(found.taint().join(object.taint()));
            member = first ? whole : member.join(found);
            first = false;
        }
        return member;
    }

    /** Whether a field is declared as a number or the like, so that it is harmless whoever made the object. */
    private boolean isHarmlessField(Referent referent, String name, Frame frame) {
        return referent instanceof Referent.Instance instance
                && frame
                        .state()
                        .find(instance.address())
                        .flatMap(shape -> machine.program().classNamed(shape.type()))
                        .stream()
                        .flatMap(submitted -> submitted.definition().fields().stream())
                        .anyMatch(field -> field.name().equals(name) && Inputs.isHarmless(field.type()));
    }

    private Value member(Referent referent, String name, Frame frame) {
        return switch (referent) {
            case Referent.Symbol symbol -> symbolMember(symbol.name(), name);
            case Referent.Instance instance ->
                frame.state()
                        .find(instance.address())
                        .map(shape -> instanceMember(instance.address(), shape, name, frame))
                        .orElse(Value.UNKNOWN);
            case Referent.ClassReference reference -> classMember(reference.submitted(), name, frame);
            case Referent.ModuleReference reference ->
                machine.names()
                        .exported(reference.module(), name)
                        .orElseGet(
                                () -> machine.names().named(reference.module().name() + "." + name));
            case Referent.FunctionReference function -> Value.UNKNOWN;
            case Referent.Facet facet -> Value.UNKNOWN;
        };
    }

    private Value symbolMember(String symbol, String name) {
        for (String type : machine.library().lineage(symbol)) {
            Optional<String> known = machine.library()
                    .type(type + "." + name)
                    .or(() -> machine.library().type(type + ".*"));
            if (known.isPresent()) {
                return Value.symbol(known.get());
            }
        }
        return machine.names().named(symbol + "." + name);
    }

    private Value instanceMember(int address, Shape shape, String name, Frame frame) {
        Constant key = Constant.of(name);
        if (shape.has(key)) {
            return shape.get(key);
        }
        Optional<SubmittedClass> submitted = machine.program().classNamed(shape.type());
        if (submitted.isEmpty()) {
            Value known = symbolMember(shape.type(), name);
            return known.with(shape.rest().taint());
        }
        Value self = Value.of(new Referent.Instance(address));
        Value member = methods(submitted.get(), name, self, frame);
        if (!member.referents().isEmpty()) {
            return member;
        }
        Value known = classMember(submitted.get(), name, frame);
        if (shape.rest().taint().isEmpty()) {
            return known.equals(Value.UNKNOWN) ? declared(submitted.get(), name, frame) : known;
        }
        return known.join(shape.rest());
    }

    /** What the declaration of a field says of it. */
    private Value declared(SubmittedClass submitted, String field, Frame frame) {
        machine.executor().runTopLevel(submitted.scope().module());
        Scope scope = machine.names().classScope(submitted);
        Frame inner = new Frame(scope, frame.run(), frame.depth(), List.of(), frame.state());
        return submitted.definition().fields().stream()
                .filter(declared -> declared.name().equals(field))
                .findFirst()
                .map(declared -> machine.calls().ofType(declared.type(), declared.span(), inner))
                .orElse(Value.UNKNOWN);
    }

    /** The method of a class; of an abstract one, the methods of those that stand in for it. */
    private Value methods(SubmittedClass submitted, String name, Value self, Frame frame) {
        Optional<Referent.FunctionReference> own = machine.names().method(submitted, name, -1);
        if (own.isPresent() && !isAbstract(submitted, own.get())) {
            return Value.of(own.get().bind(self));
        }
        Value any = Value.UNKNOWN;
        for (SubmittedClass subclass : machine.program().subclasses(submitted)) {
            Optional<Referent.FunctionReference> method = machine.names().method(subclass, name, -1);
            if (method.isPresent()) {
                Value instance = machine.allocate(frame, subclass.definition().span(), Shape.object(subclass.name()));
                any = any.join(Value.of(method.get().bind(instance)));
            }
        }
        return any;
    }

    private static boolean isAbstract(SubmittedClass submitted, Referent.FunctionReference method) {
        return submitted.definition().isAbstract()
                && method.function().body() instanceof Statement.Block block
                && block.statements().isEmpty();
    }

    private Value classMember(SubmittedClass submitted, String name, Frame frame) {
        Optional<Value> field = frame.state()
                .find(machine.executor().classAddress(submitted))
                .filter(shape -> shape.has(Constant.of(name)))
                .map(shape -> shape.field(name));
        if (field.isPresent()) {
            return field.get();
        }
        Optional<Referent.FunctionReference> method = machine.names().method(submitted, name, -1);
        if (method.isPresent()) {
            return Value.of(method.get());
        }
        Optional<SubmittedClass> nested = machine.program().classNamed(submitted.name() + "." + name);
        if (nested.isPresent()) {
            return Value.of(new Referent.ClassReference(nested.get()));
        }
        Value inherited = Value.UNKNOWN;
        for (Value supertype : submitted.supertypes()) {
            for (Referent referent : supertype.referents()) {
                if (!referent.equals(new Referent.ClassReference(submitted))) {
                    inherited = inherited.join(member(referent, name, frame));
                }
            }
        }
        return inherited;
    }

    private Value readElement(Expression.Element element, Frame frame) {
        Optional<Value> learned = Assignments.learned(element, frame);
        if (learned.isPresent()) {
            return learned.get();
        }
        Value container = evaluate(element.container(), frame);
        Value key = evaluate(element.key(), frame);
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

    private Value slice(Expression.Slice slice, Frame frame) {
        Value container = evaluate(slice.container(), frame);
        Constant from = evaluate(slice.from(), frame).constant();
        Constant to = evaluate(slice.to(), frame).constant();
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

    private Value operate(Expression.Operation operation, Frame frame) {
        return switch (operation.operator()) {
            case AND, OR, COALESCE -> decide(operation, frame);
            case NOT -> {
                Constant constant =
                        evaluate(operation.operands().getFirst(), frame).constant();
                yield Value.of(constant.isKnown() ? Constant.of(!constant.isTruthy()) : Constant.Unknown.VALUE);
            }
            case NEGATE ->
                evaluate(operation.operands().getFirst(), frame).constant() instanceof Constant.Whole number
                        ? Value.of(Constant.of(-number.value()))
                        : Value.UNKNOWN;
            default -> calculate(operation, frame);
        };
    }

    private Value calculate(Expression.Operation operation, Frame frame) {
        Operator operator = operation.operator();
        Value result = evaluate(operation.operands().getFirst(), frame);
        boolean keeps = operator == Operator.ADD
                || operator == Operator.REMAINDER
                || operator == Operator.MULTIPLY
                || operator == Operator.DIVIDE;
        for (Expression operand :
                operation.operands().subList(1, operation.operands().size())) {
            Value value = evaluate(operand, frame);
            Constant folded = fold(operator, result, value, frame);
            Taint taint = keeps ? content(result, frame).join(content(value, frame)) : Taint.NONE;
            Value joinedLists =
                    operator == Operator.ADD ? concatenated(result, value, operation.span(), frame) : Value.UNKNOWN;
            Set<Referent> kept = operator == Operator.DIVIDE ? result.referents() : Set.of();
            result = joinedLists.referents().isEmpty() ? new Value(folded, taint, kept) : joinedLists;
        }
        boolean text = keeps && operator != Operator.DIVIDE;
        return text && result.referents().isEmpty()
                ? result.with(built(result.taint(), result.constant(), operation.span(), frame))
                : result;
    }

    private Constant fold(Operator operator, Value left, Value right, Frame frame) {
        Constant text = left.constant();
        if (operator == Operator.REMAINDER && text instanceof Constant.Text) {
            return Folding.filled(text, "%");
        }
        boolean texts = !text.start().isEmpty() || !right.constant().start().isEmpty();
        if (operator != Operator.ADD || !texts) {
            return Folding.fold(operator, text, right.constant());
        }
        Constant begun = text.isKnown() || !text.start().isEmpty()
                ? text
                : Folding.append(Constant.of(""), text, isTrusted(left, frame));
        return Folding.append(begun, right.constant(), isTrusted(right, frame));
    }

    private boolean isTrusted(Value value, Frame frame) {
        return content(value, frame).fromOutside().isEmpty();
    }

    private Value concatenated(Value left, Value right, Span span, Frame frame) {
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

    /** And, or: the right side is evaluated in what holds when the left did not decide. */
    private Value decide(Expression.Operation operation, Frame frame) {
        boolean goesOnWhen = operation.operator() == Operator.AND;
        List<Expression> operands = operation.operands();
        Value result = evaluateTest(operands.getFirst(), frame);
        State decided = frame.state().copy();
        decided.stop();
        for (int i = 1; i < operands.size(); i++) {
            State before = frame.state();
            frame.run().budget().spend(before.size() / 8);
            frame.state(before.copy());
            machine.guards().assume(operands.get(i - 1), !goesOnWhen, frame);
            decided = decided.join(frame.state());
            frame.state(before.copy());
            machine.guards().assume(operands.get(i - 1), goesOnWhen, frame);
            if (!frame.state().isReachable()) {
                break;
            }
            Value value = evaluateTest(operands.get(i), frame);
            result = goesOnWhen ? value : result.join(value);
        }
        frame.state(frame.state().join(decided));
        return result.withConstant(foldLogic(operation, frame));
    }

    /** The operand that decides, or the last when all are known. */
    private static Constant foldLogic(Expression.Operation operation, Frame frame) {
        Constant constant = Constant.Unknown.VALUE;
        for (Expression operand : operation.operands()) {
            constant = frame.remembered(operand).constant();
            if (!constant.isKnown() || decides(operation.operator(), constant)) {
                return constant;
            }
        }
        return constant;
    }

    private static boolean decides(Operator operator, Constant constant) {
        return switch (operator) {
            case AND -> !constant.isTruthy();
            case OR -> constant.isTruthy();
            default -> !(constant instanceof Constant.Nothing);
        };
    }

    private Value choose(Expression.Choice choice, Frame frame) {
        evaluateTest(choice.test(), frame);
        State before = frame.state();
        frame.state(before.copy());
        machine.guards().assume(choice.test(), true, frame);
        Optional<Value> then = reachable(choice.then(), frame);
        State afterThen = frame.state();
        frame.state(before.copy());
        machine.guards().assume(choice.test(), false, frame);
        Optional<Value> otherwise = reachable(choice.otherwise(), frame);
        frame.state(afterThen.join(frame.state()));
        return then.isEmpty()
                ? otherwise.orElse(Value.UNKNOWN)
                : otherwise.map(then.get()::join).orElse(then.get());
    }

    private Optional<Value> reachable(Expression expression, Frame frame) {
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
                    ? shape.collapse().put(Constant.Unknown.VALUE, anyElement(value, frame))
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
            machine.assignments().assign(clause.target(), iterated(iterable, frame), frame);
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
