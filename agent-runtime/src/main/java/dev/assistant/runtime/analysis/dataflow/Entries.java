package dev.assistant.runtime.dataflow;

import dev.assistant.review.Language;
import dev.assistant.runtime.analysis.syntax.ir.ClassDefinition;
import dev.assistant.runtime.analysis.syntax.ir.Constant;
import dev.assistant.runtime.analysis.syntax.ir.Expression;
import dev.assistant.runtime.analysis.syntax.ir.Function;
import dev.assistant.runtime.analysis.syntax.ir.Parameter;
import dev.assistant.runtime.analysis.syntax.ir.Statement;
import dev.assistant.runtime.dataflow.model.Cleared;
import dev.assistant.runtime.dataflow.model.EntryPoint;
import dev.assistant.runtime.dataflow.model.SourceKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Runs every function of a program once on its own, as if called from outside. Not thread-safe. */
final class Entries {
    private static final Set<String> HARMLESS_TYPES = Set.of(
            "int",
            "float",
            "bool",
            "complex",
            "UUID",
            "uuid.UUID",
            "date",
            "datetime",
            "Decimal",
            "timedelta",
            "number",
            "boolean",
            "bigint",
            "Date",
            "long",
            "short",
            "byte",
            "double",
            "char",
            "Integer",
            "Long",
            "Short",
            "Byte",
            "Double",
            "Float",
            "Boolean",
            "BigDecimal",
            "BigInteger",
            "LocalDate",
            "LocalDateTime",
            "Instant",
            "Duration",
            "OffsetDateTime",
            "ZonedDateTime");

    private final Machine machine;
    private final Set<Function> analysed = new HashSet<>();

    Entries(Machine machine) {
        this.machine = machine;
    }

    /** Runs a module's top level and then its functions, with those that they make. */
    void run(SubmittedModule module) {
        machine.executor().runTopLevel(module);
        Deque<Pending> pending = new ArrayDeque<>();
        module.discovered()
                .forEach(function ->
                        pending.add(new Pending(function, machine.base().above())));
        while (!pending.isEmpty() && !Thread.currentThread().isInterrupted()) {
            Pending next = pending.removeFirst();
            if (analysed.add(next.function().function())) {
                run(next, pending);
            }
        }
    }

    /** A function and what the function around it left. */
    private record Pending(Referent.FunctionReference function, State around) {}

    private void run(Pending pending, Deque<Pending> more) {
        Function function = pending.function().function();
        Frame.Run run = Frame.Run.start();
        int id = machine.scopeId(pending.function().scope(), function.span().start(), 0);
        Scope scope = Calls.scope(pending.function(), id);
        State state = pending.around().copy();
        state.resume();
        List<EntryPoint> entryPoints = entryPoints(pending.function(), new Frame(scope, run, 0, List.of(), state));
        List<EntryPoint> returns = entryPoints.stream()
                .filter(entry -> entry.returns().isPresent())
                .toList();
        Frame frame = new Frame(scope, run, 0, returns, state);
        run.active().push(function);
        try {
            bind(pending.function(), entryPoints, frame);
            machine.executor().run(function.body(), frame);
        } catch (RuntimeException | StackOverflowError tooMuch) {
            frame.module().gaveUp(function.label());
        }
        machine.guards().forget();
        State around = frame.exitState();
        List.copyOf(run.discovered()).forEach(made -> more.add(new Pending(made, around)));
    }

    private List<EntryPoint> entryPoints(Referent.FunctionReference reference, Frame frame) {
        return machine.library().entryPoints().stream()
                .filter(entry -> isMarked(entry, reference.function(), frame))
                .filter(entry -> isOwned(entry, reference, frame))
                .toList();
    }

    private boolean isMarked(EntryPoint entry, Function function, Frame frame) {
        boolean imported = entry.imports().isEmpty() || entry.imports().stream().anyMatch(frame.module()::importsFrom);
        boolean annotated = entry.annotations().isEmpty()
                || function.annotations().stream()
                        .anyMatch(annotation ->
                                isOneOf(annotation, entry.annotations(), frame) && has(annotation, entry.with()));
        return imported
                && annotated
                && entry.names()
                        .map(pattern -> pattern.matcher(function.name()).matches())
                        .orElse(true)
                && entry.files()
                        .map(pattern -> pattern.matcher(frame.text().path()).find())
                        .orElse(true)
                && (entry.directive().isEmpty()
                        || begins(List.of(function.body()), entry.directive())
                        || begins(frame.module().module().body(), entry.directive()))
                && (entry.parameterNames().isEmpty() || startsWith(entry.parameterNames(), function));
    }

    private boolean isOwned(EntryPoint entry, Referent.FunctionReference reference, Frame frame) {
        return entry.ownerAnnotations().isEmpty()
                || reference.scope().owner().stream()
                        .flatMap(owner -> owner.definition().annotations().stream())
                        .anyMatch(annotation -> isOneOf(annotation, entry.ownerAnnotations(), frame));
    }

    private static boolean has(Expression annotation, Map<String, String> arguments) {
        return arguments.entrySet().stream()
                .allMatch(wanted -> annotation instanceof Expression.Call call
                        && call.arguments().stream()
                                .anyMatch(argument -> argument.name().equals(wanted.getKey())
                                        && Calls.lastName(argument.value()).equals(wanted.getValue())));
    }

    /** Whether a text stands among the first statements, before anything but texts, imports and functions. */
    private static boolean begins(List<Statement> statements, String directive) {
        for (Statement statement : statements) {
            if (statement instanceof Statement.Block block) {
                return begins(block.statements(), directive);
            }
            Optional<Constant> text = text(statement);
            if (text.isPresent() && text.get().equals(Constant.of(directive))) {
                return true;
            }
            if (text.isEmpty() && !(statement instanceof Statement.Import || statement instanceof Statement.Define)) {
                return false;
            }
        }
        return false;
    }

    private static Optional<Constant> text(Statement statement) {
        return statement instanceof Statement.Evaluate evaluate
                        && evaluate.expression() instanceof Expression.Literal literal
                ? Optional.of(literal.value())
                : Optional.empty();
    }

    private static boolean startsWith(List<String> names, Function function) {
        int at = 0;
        List<String> own = function.parameters().stream()
                .map(Parameter::name)
                .filter(name -> !name.equals("self"))
                .toList();
        for (String name : names) {
            if (at >= own.size() || !own.get(at).matches(name)) {
                return false;
            }
            at++;
        }
        return true;
    }

    /** Whether a decorator or annotation is one of these. */
    private boolean isOneOf(Expression annotation, Set<String> names, Frame frame) {
        Expression callee = annotation instanceof Expression.Call call ? call.callee() : annotation;
        String last = Calls.lastName(callee);
        if (names.contains("*." + last)) {
            return true;
        }
        Value value = machine.language() == Language.JAVA
                ? machine.names().type(last, frame)
                : machine.evaluator().quietly(callee, frame);
        if (callee instanceof Expression.Member member) {
            for (String type : machine.names().types(machine.evaluator().quietly(member.object(), frame), frame)) {
                if (names.contains(type + "." + last)) {
                    return true;
                }
            }
        }
        return value.all(Referent.Symbol.class).anyMatch(symbol -> names.contains(symbol.name()));
    }

    private void bind(Referent.FunctionReference reference, List<EntryPoint> entryPoints, Frame frame) {
        Function function = reference.function();
        List<Parameter> parameters = function.parameters();
        Optional<SubmittedClass> owner = reference.scope().owner();
        if (function.locals().contains("this")) {
            Value self =
                    owner.map(submitted -> self(submitted, reference, frame)).orElse(Value.UNKNOWN);
            frame.state().set(frame.scope().variable("this"), self);
        } else if (owner.isPresent()
                && machine.language() == Language.PYTHON
                && !function.isStatic()
                && !parameters.isEmpty()) {
            machine.assignments().set(parameters.getFirst().name(), self(owner.get(), reference, frame), frame);
            parameters = parameters.subList(1, parameters.size());
        }
        for (int i = 0; i < parameters.size(); i++) {
            Value value = value(parameters.get(i), i, reference, entryPoints, frame);
            machine.assignments().assign(parameters.get(i).target(), value, frame);
        }
    }

    /** An object as its constructor leaves it when nothing is known of what that is given. */
    private Value self(SubmittedClass owner, Referent.FunctionReference method, Frame frame) {
        Value self = machine.calls().instance(owner, owner.definition().span(), frame);
        Optional<Referent.FunctionReference> constructor = machine.names().method(owner, Function.CONSTRUCTOR, -1);
        if (constructor.isPresent() && !constructor.get().function().equals(method.function())) {
            machine.calls().follow(constructor.get().bind(self), Arguments.none(), Optional.empty(), frame);
            frame.state().resume();
        }
        return self;
    }

    private Value value(
            Parameter parameter,
            int position,
            Referent.FunctionReference reference,
            List<EntryPoint> entryPoints,
            Frame frame) {
        for (EntryPoint entry : entryPoints) {
            Optional<String> type = Optional.ofNullable(entry.types().get(parameter.name()))
                    .or(() -> position < entry.positions().size()
                            ? Optional.of(entry.positions().get(position))
                            : Optional.empty());
            if (type.isPresent()) {
                return Value.symbol(type.get());
            }
            if (isNumber(parameter, entry, reference.function())) {
                return Value.UNKNOWN;
            }
            if (isInput(parameter, entry, frame)) {
                Taint taint = source(SourceKind.USER_INPUT, entry.words(), parameter, frame)
                        .clear(entry.narrows().getOrDefault(parameter.type(), Cleared.NONE));
                return shaped(parameter, taint, frame);
            }
        }
        if (!parameter.type().isEmpty()) {
            Value typed = shaped(parameter, Taint.NONE, frame);
            boolean described = machine.names().types(typed, frame).stream()
                    .anyMatch(type -> machine.library().knows(type));
            if (described || HARMLESS_TYPES.contains(parameter.type())) {
                return typed;
            }
        }
        if (!entryPoints.isEmpty() || parameter.kind() != Parameter.Kind.SINGLE) {
            return shaped(parameter, Taint.NONE, frame);
        }
        Taint taint = source(SourceKind.PARAMETER, parameter.name(), parameter, frame);
        taint.flows().forEach(flow -> machine.parameterOf(flow.source(), reference.function()));
        return shaped(parameter, taint, frame);
    }

    /** Whether the route says so, as in Flask's {@code /orders/<int:number>}. */
    private static boolean isNumber(Parameter parameter, EntryPoint entry, Function function) {
        if (entry.numberInRoute().isEmpty() || parameter.name().isEmpty()) {
            return false;
        }
        Pattern route = Pattern.compile(entry.numberInRoute().replace("NAME", Pattern.quote(parameter.name())));
        return function.annotations().stream()
                .filter(Expression.Call.class::isInstance)
                .flatMap(annotation -> ((Expression.Call) annotation).arguments().stream())
                .anyMatch(argument -> argument.value() instanceof Expression.Literal literal
                        && route.matcher(literal.value().start()).find());
    }

    private boolean isInput(Parameter parameter, EntryPoint entry, Frame frame) {
        if (HARMLESS_TYPES.contains(parameter.type())
                || entry.notInputTypes().stream().anyMatch(type -> isOfType(parameter, type, frame))) {
            return false;
        }
        boolean annotated = parameter.annotations().stream()
                .anyMatch(annotation -> isOneOf(annotation, entry.inputAnnotations(), frame));
        boolean injected = parameter
                .defaultValue()
                .map(value -> value instanceof Expression.Call call && isOneOf(call, entry.notInputTypes(), frame))
                .orElse(false);
        return (entry.inputs() || annotated) && !injected;
    }

    private boolean isOfType(Parameter parameter, String type, Frame frame) {
        if (parameter.type().isEmpty()) {
            return false;
        }
        return parameter.type().equals(type.substring(type.lastIndexOf('.') + 1))
                || machine.names()
                        .type(parameter.type(), frame)
                        .all(Referent.Symbol.class)
                        .anyMatch(symbol -> symbol.name().equals(type));
    }

    private static Taint source(String kind, String words, Parameter parameter, Frame frame) {
        return Taint.of(new Source(kind, words, frame.text(), parameter.target().span()));
    }

    /** Fields that are declared as numbers and the like are those, whoever made the object; others are untrusted. */
    private void fill(Value object, Taint taint, Frame frame) {
        List<ClassDefinition.Field> fields = machine.names().types(object, frame).stream()
                .flatMap(type -> machine.program().classNamed(type).stream())
                .flatMap(submitted -> submitted.definition().fields().stream())
                .filter(field -> !field.isStatic() && !field.type().isEmpty())
                .toList();
        if (fields.isEmpty()) {
            machine.assignments().mutate(object, frame, shape -> shape.put(Constant.Unknown.VALUE, Value.of(taint)));
        }
        for (ClassDefinition.Field field : fields) {
            Value value = HARMLESS_TYPES.contains(field.type()) ? Value.UNKNOWN : Value.of(taint);
            machine.assignments().mutate(object, frame, shape -> shape.put(Constant.of(field.name()), value));
        }
    }

    /** A value of the parameter's type; whatever is read from an object then is untrusted too. */
    private Value shaped(Parameter parameter, Taint taint, Frame frame) {
        Value value = Value.of(taint);
        if (parameter.type().isEmpty() || HARMLESS_TYPES.contains(parameter.type())) {
            return value;
        }
        Value typed = machine.calls()
                .typed(value, parameter.type(), parameter.target().span(), frame);
        if (!taint.isEmpty()) {
            fill(typed, taint, frame);
        }
        boolean submitted = machine.names().types(typed, frame).stream()
                .anyMatch(type -> machine.program().classNamed(type).isPresent());
        return submitted ? typed.with(Taint.NONE) : typed;
    }
}
