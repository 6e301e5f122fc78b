package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.review.Language;
import dev.assistant.runtime.analysis.dataflow.model.Access;
import dev.assistant.runtime.analysis.dataflow.model.Api;
import dev.assistant.runtime.analysis.syntax.Span;
import dev.assistant.runtime.analysis.syntax.ir.ClassDefinition;
import dev.assistant.runtime.analysis.syntax.ir.Constant;
import dev.assistant.runtime.analysis.syntax.ir.Expression;
import dev.assistant.runtime.analysis.syntax.ir.Function;
import dev.assistant.runtime.analysis.syntax.ir.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out what a call calls, and follows it or applies what is known of the library. */
final class Calls {
    private static final int MAX_TARGETS = 3;

    private final Machine machine;
    private final LibraryCalls libraryCalls;

    Calls(Machine machine) {
        this.machine = machine;
        this.libraryCalls = new LibraryCalls(machine);
    }

    Value call(Expression.Call call, Frame frame) {
        Optional<Arguments.Passed> receiver = Optional.empty();
        Value callee;
        if (call.callee() instanceof Expression.Member member) {
            Value object = machine.evaluator().evaluate(member.object(), frame);
            receiver = Optional.of(new Arguments.Passed("", member.object(), object, false));
            callee = machine.members().member(object, member.name(), frame);
        } else {
            callee = machine.evaluator().evaluate(call.callee(), frame);
        }
        Arguments arguments = new Arguments(receiver, arguments(call, frame), Optional.empty());
        CallSite site = site(call, callee, arguments, frame);
        machine.checks().remember(site);
        machine.listeners().forEach(listener -> listener.called(site));
        frame.mayThrow();
        Value result = perform(site, callee, frame);
        machine.checks().returned(site, frame);
        return result;
    }

    private List<Arguments.Passed> arguments(Expression.Call call, Frame frame) {
        List<Arguments.Passed> passed = new ArrayList<>();
        for (Expression.Argument argument : call.arguments()) {
            Value value = machine.evaluator().evaluate(argument.value(), frame);
            frame.remember(argument.value(), value);
            if (!argument.name().isEmpty()) {
                machine.listeners()
                        .forEach(listener -> listener.named(argument.name(), argument.value(), value, frame));
            }
            Optional<Shape> spread = argument.spread() ? knownList(value, frame) : Optional.empty();
            if (spread.isPresent()) {
                for (int i = 0; i < spread.get().length(); i++) {
                    passed.add(new Arguments.Passed(
                            "", argument.value(), spread.get().get(Constant.of(i)), false));
                }
            } else {
                passed.add(new Arguments.Passed(argument.name(), argument.value(), value, argument.spread()));
            }
        }
        return passed;
    }

    private static Optional<Shape> knownList(Value value, Frame frame) {
        return value.all(Referent.Instance.class)
                .map(instance -> frame.state().find(instance.address()))
                .flatMap(Optional::stream)
                .filter(Shape::isList)
                .findFirst();
    }

    private CallSite site(Expression.Call call, Value callee, Arguments arguments, Frame frame) {
        Set<String> symbols = new LinkedHashSet<>();
        String method = lastName(call.callee());
        String receiverName = "";
        boolean known = false;
        if (arguments.receiver().isPresent()) {
            Arguments.Passed receiver = arguments.receiver().get();
            receiverName = lastName(receiver.expression());
            Set<String> types = new LinkedHashSet<>(machine.names().types(receiver.value(), frame));
            known = types.stream().anyMatch(this::isDescribed);
            if (receiver.value().constant() instanceof Constant.Text) {
                types.addAll(machine.library().lineage("text"));
            }
            types.forEach(type -> symbols.add(type + "." + method));
        }
        callee.all(Referent.Symbol.class).forEach(symbol -> symbols.add(symbol.name()));
        callee.all(Referent.ClassReference.class)
                .forEach(made -> symbols.addAll(machine.names().types(Value.of(made), frame)));
        boolean described = known && !passesFunction(arguments);
        List<Api> apis = apis(symbols, method, receiverName, described, callee);
        List<String> objects = callee.all(Referent.Instance.class)
                .flatMap(object -> machine.names().types(Value.of(object), frame).stream())
                .toList();
        objects.forEach(type -> apis.addAll(machine.library().lookup(Access.call(type), "")));
        if (call.constructs()) {
            symbols.addAll(objects);
        }
        return new CallSite(call, symbols, method, arguments, apis, frame);
    }

    /** What is done with functions is said once for the methods of all types. */
    private static boolean passesFunction(Arguments arguments) {
        return arguments.passed().stream()
                .flatMap(argument -> argument.value().all(Referent.FunctionReference.class))
                .findAny()
                .isPresent();
    }

    /** Whether data files say all that matters of a type. Of texts they leave most to what any value can do. */
    private boolean isDescribed(String type) {
        return machine.library().knows(type)
                && !machine.library().lineage("text").contains(type);
    }

    private List<Api> apis(Set<String> symbols, String method, String receiverName, boolean known, Value callee) {
        List<Api> apis = new ArrayList<>();
        for (String symbol : symbols) {
            apis.addAll(machine.library().lookup(Access.call(symbol), receiverName));
        }
        boolean submitted =
                callee.all(Referent.FunctionReference.class).findAny().isPresent()
                        || callee.all(Referent.ClassReference.class).findAny().isPresent();
        if (apis.isEmpty() && !known && !submitted) {
            apis.addAll(machine.library().lookup(Access.call("*." + method), receiverName));
        }
        return apis;
    }

    /** What data files say about reading a member. */
    List<Api> apisOfRead(Expression.Member member, Frame frame) {
        List<Api> apis = new ArrayList<>();
        Value object = machine.evaluator().quietly(member.object(), frame);
        for (String type : machine.names().types(object, frame)) {
            apis.addAll(machine.library()
                    .lookup(new Access(Access.Kind.READ, type + "." + member.name()), lastName(member.object())));
        }
        return apis;
    }

    /** The last name in an expression, by which people recognise what it is. */
    static String lastName(Expression expression) {
        return switch (expression) {
            case Expression.Name name -> name.name();
            case Expression.Member member -> member.name();
            case Expression.Call call -> lastName(call.callee());
            case Expression.Element element -> lastName(element.container());
            case Expression.Cast cast -> lastName(cast.value());
            default -> "";
        };
    }

    private Value perform(CallSite site, Value callee, Frame frame) {
        Optional<String> required = required(site);
        if (required.isPresent()) {
            return new JavaScriptModules(machine).imported(required.get(), "*", frame);
        }
        List<Referent> targets = callee.referents().stream()
                .filter(referent ->
                        referent instanceof Referent.FunctionReference || referent instanceof Referent.ClassReference)
                .limit(MAX_TARGETS)
                .toList();
        if (targets.isEmpty() || site.apis().stream().anyMatch(Api::decidesResult)) {
            return libraryCalls.apply(site, frame);
        }
        State before = frame.state();
        Value result = Value.UNKNOWN;
        State after = before.copy();
        after.stop();
        for (int i = 0; i < targets.size(); i++) {
            frame.state(before.copy());
            Value one = switch (targets.get(i)) {
                case Referent.FunctionReference function ->
                    follow(function, site.arguments(), Optional.of(site.call()), frame);
                case Referent.ClassReference made -> construct(made.submitted(), site, frame);
                default -> Value.UNKNOWN;
            };
            result = i == 0 ? one : result.join(one);
            after = after.join(frame.state());
        }
        frame.state(after);
        return result;
    }

    /** The module that a call of {@code require} names. */
    private Optional<String> required(CallSite site) {
        boolean requires =
                machine.language() == Language.JAVASCRIPT && site.symbols().contains("require");
        return requires
                ? site.arguments()
                        .position(0)
                        .map(argument -> argument.value().constant())
                        .filter(Constant.Text.class::isInstance)
                        .map(Folding::written)
                : Optional.empty();
    }

    /** Runs a submitted function with the values that it is given; but what tests pass to the product says nothing about it. */
    Value follow(Referent.FunctionReference target, Arguments arguments, Optional<Expression.Call> call, Frame frame) {
        Function function = target.function();
        machine.executor().runTopLevel(target.scope().module());
        if (frame.module().isTest() && !target.scope().module().isTest()) {
            return notFollowed(arguments, frame);
        }
        if (call.isPresent()) {
            machine.follows(function);
        }
        if (frame.depth() >= Budget.CALL_DEPTH
                || frame.isActive(function)
                || !frame.run().budget().allowsFollowing(isUntrusted(arguments, target.self(), frame), frame.depth())
                || !frame.state().isReachable()) {
            return notFollowed(arguments, frame);
        }
        Frame inner = activate(target, frame);
        frame.run().active().push(function);
        List<Expression> parameters;
        try {
            parameters = bind(target, steps(arguments, function, frame), inner);
            machine.executor().run(function.body(), inner);
            call.ifPresent(at -> machine.followedCalls().remember(at, inner, parameters, arguments));
        } finally {
            frame.run().active().pop();
        }
        frame.state(inner.exitState());
        machine.followedCalls().cameBack(inner, parameters, arguments, frame);
        Value result = inner.result();
        if (result.taint().isEmpty() || call.isEmpty()) {
            return result;
        }
        Step step = new Step(frame.text(), call.get().span(), "is returned by " + function.label());
        return result.with(result.taint().step(step));
    }

    /** Whether a call gets data that is known to come from outside, not just parameters of the function that is run. */
    private boolean isUntrusted(Arguments arguments, Value self, Frame frame) {
        return machine.evaluator().content(self, frame).isFromOutside()
                || arguments.passed().stream()
                        .anyMatch(argument -> machine.evaluator()
                                .content(argument.value(), frame)
                                .isFromOutside());
    }

    Frame activate(Referent.FunctionReference target, Frame frame) {
        int id = machine.scopeId(target.scope(), target.function().span().start(), frame.depth() + 1);
        Scope scope = scope(target, id);
        return new Frame(scope, frame.run(), frame.depth() + 1, List.of(), frame.state());
    }

    static Scope scope(Referent.FunctionReference target, int id) {
        return new Scope(
                id,
                target.function().locals(),
                Optional.of(target.scope()),
                target.scope().module(),
                target.scope().owner());
    }

    private Value notFollowed(Arguments arguments, Frame frame) {
        Taint taint = Taint.NONE;
        for (Arguments.Passed argument : arguments.passed()) {
            taint = taint.join(machine.evaluator().content(argument.value(), frame));
        }
        return Value.of(taint.uncertain());
    }

    private static Arguments steps(Arguments arguments, Function function, Frame frame) {
        List<Arguments.Passed> stepped = arguments.passed().stream()
                .map(argument -> argument.value().taint().isEmpty()
                        ? argument
                        : new Arguments.Passed(
                                argument.name(),
                                argument.expression(),
                                argument.value()
                                        .with(argument.value()
                                                .taint()
                                                .step(new Step(
                                                        frame.text(),
                                                        argument.expression().span(),
                                                        "is passed to " + function.label()))),
                                argument.spread()))
                .toList();
        return new Arguments(arguments.receiver(), stepped, arguments.key());
    }

    /** Gives parameters their values; returns those that stand for the call's arguments by position. */
    private List<Expression> bind(Referent.FunctionReference target, Arguments arguments, Frame inner) {
        List<Parameter> parameters = target.function().parameters();
        if (target.function().locals().contains("this")) {
            inner.state().set(inner.scope().variable("this"), target.self());
        }
        boolean takesSelf = takesSelf(target);
        if (takesSelf) {
            machine.assignments().assign(parameters.getFirst().target(), target.self(), inner);
            parameters = parameters.subList(1, parameters.size());
        }
        int position = 0;
        List<Expression> byPosition = new ArrayList<>();
        for (Parameter parameter : parameters) {
            Value value = switch (parameter.kind()) {
                case SINGLE -> single(parameter, position, arguments, inner);
                case REST -> rest(parameter, position, arguments, inner);
                case NAMED_REST -> namedRest(parameter, arguments, inner);
            };
            machine.assignments().assign(parameter.target(), value, inner);
            byPosition.add(parameter.target());
            position++;
        }
        return byPosition;
    }

    private boolean takesSelf(Referent.FunctionReference target) {
        return target.bound()
                && machine.language() == Language.PYTHON
                && !target.function().isStatic()
                && !target.function().parameters().isEmpty();
    }

    private Value single(Parameter parameter, int position, Arguments arguments, Frame inner) {
        Optional<Arguments.Passed> passed = arguments.named(parameter.name()).or(() -> arguments.position(position));
        if (passed.isPresent()) {
            Arguments.Passed argument = passed.get();
            return argument.spread() ? machine.containers().anyElement(argument.value(), inner) : argument.value();
        }
        return parameter
                .defaultValue()
                .map(value -> machine.evaluator().evaluate(value, inner))
                .orElseGet(() -> ofType(parameter.type(), parameter.target().span(), inner));
    }

    /** Something of which only the declared type is known, if that. */
    Value ofType(String type, Span span, Frame frame) {
        return type.isEmpty() ? Value.UNKNOWN : typed(Value.UNKNOWN, type, span, frame);
    }

    private Value rest(Parameter parameter, int from, Arguments arguments, Frame inner) {
        Shape shape = Shape.list(Shape.LIST);
        List<Arguments.Passed> byPosition = arguments.passed().stream()
                .filter(argument -> argument.name().isEmpty())
                .toList();
        for (int i = from; i < byPosition.size(); i++) {
            shape = shape.append(byPosition.get(i).value());
        }
        return machine.allocate(inner, parameter.target().span(), shape);
    }

    private Value namedRest(Parameter parameter, Arguments arguments, Frame inner) {
        Shape shape = Shape.object(Shape.DICT);
        for (Arguments.Passed argument : arguments.passed()) {
            if (!argument.name().isEmpty()) {
                shape = shape.put(Constant.of(argument.name()), argument.value());
            }
        }
        return machine.allocate(inner, parameter.target().span(), shape);
    }

    private Value construct(SubmittedClass submitted, CallSite site, Frame frame) {
        Value self = instance(submitted, site.call().span(), frame);
        Optional<Referent.FunctionReference> constructor = machine.names()
                .method(
                        submitted,
                        Function.CONSTRUCTOR,
                        site.arguments().passed().size());
        if (constructor.isPresent()) {
            follow(constructor.get().bind(self), site.arguments(), Optional.of(site.call()), frame);
        } else {
            fillFields(submitted, self, site.arguments(), frame);
        }
        return self;
    }

    /** A new object of a submitted class, with the initial values of its fields. */
    Value instance(SubmittedClass submitted, Span span, Frame frame) {
        machine.executor().runTopLevel(submitted.scope().module());
        Value self = machine.allocate(frame, span, Shape.object(submitted.name()));
        Scope scope = machine.names().classScope(submitted);
        for (ClassDefinition.Field field : submitted.definition().fields()) {
            if (!field.isStatic() && field.value().isPresent()) {
                Frame inner = new Frame(scope, frame.run(), frame.depth() + 1, List.of(), frame.state());
                Value value = machine.evaluator().evaluate(field.value().get(), inner);
                frame.state(inner.state());
                machine.assignments().mutate(self, frame, shape -> shape.put(Constant.of(field.name()), value));
            }
        }
        return self;
    }

    /** Records and data classes take their fields in order, or by name. */
    private void fillFields(SubmittedClass submitted, Value self, Arguments arguments, Frame frame) {
        List<ClassDefinition.Field> fields = submitted.definition().fields();
        for (int i = 0; i < fields.size(); i++) {
            String name = fields.get(i).name();
            Optional<Arguments.Passed> passed = arguments.named(name);
            if (passed.isEmpty()) {
                passed = arguments.position(i);
            }
            passed.ifPresent(argument ->
                    machine.assignments().mutate(self, frame, shape -> shape.put(Constant.of(name), argument.value())));
        }
    }

    /** A value of a type that the code declares: an object of a submitted class, or of a library's type. */
    Value typed(Value value, String type, Span span, Frame frame) {
        Value named = machine.names().type(type, frame);
        Optional<SubmittedClass> submitted = named.all(Referent.ClassReference.class)
                .map(Referent.ClassReference::submitted)
                .findFirst();
        if (submitted.isPresent()) {
            return value.with(
                    machine.allocate(frame, span, Shape.object(submitted.get().name()))
                            .referents()
                            .iterator()
                            .next());
        }
        return named.all(Referent.Symbol.class)
                .findFirst()
                .map(symbol -> value.with(machine.allocate(frame, span, Shape.object(symbol.name()))
                        .referents()
                        .iterator()
                        .next()))
                .orElse(value);
    }

    /** The untrusted data that enters at an expression. */
    Taint taint(Api.Source source, Expression expression, Frame frame) {
        String words = source.words().isEmpty() ? frame.written(expression.span()) : source.words();
        return Taint.of(new Source(source.kind(), words, frame.text(), expression.span()))
                .clear(source.clears());
    }
}
