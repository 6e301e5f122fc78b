package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.review.Language;
import dev.assistant.runtime.analysis.dataflow.model.Cleared;
import dev.assistant.runtime.analysis.dataflow.model.EntryPoint;
import dev.assistant.runtime.analysis.dataflow.model.SourceKind;
import dev.assistant.runtime.analysis.syntax.ir.Constant;
import dev.assistant.runtime.analysis.syntax.ir.Expression;
import dev.assistant.runtime.analysis.syntax.ir.Function;
import dev.assistant.runtime.analysis.syntax.ir.Parameter;
import dev.assistant.runtime.analysis.syntax.ir.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs every function of a program once on its own, as if called from outside. Not thread-safe. */
final class Entries {
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
                .filter(entry -> entry.takesResult(function.resultType()))
                .toList();
        Frame frame = new Frame(scope, run, 0, returns, state);
        run.active().push(function);
        try {
            bind(pending.function(), entryPoints, frame);
            machine.executor().run(function.body(), frame);
        } catch (RuntimeException | StackOverflowError tooMuch) {
            frame.module().gaveUp(function.label());
        }
        machine.checks().forget();
        machine.followedCalls().forget();
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
                        .anyMatch(annotation -> machine.inputs().isOneOf(annotation, entry.annotations(), frame)
                                && has(annotation, entry.with()));
        boolean excluded = function.annotations().stream()
                .anyMatch(annotation -> machine.inputs().isOneOf(annotation, entry.notAnnotations(), frame)
                        || entry.unlessAnnotation()
                                .map(pattern -> pattern.matcher(frame.text().slice(annotation.span()))
                                        .find())
                                .orElse(false));
        return imported
                && annotated
                && !excluded
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
        boolean extended = entry.ownerTypes().isEmpty()
                || reference.scope().owner().stream()
                        .flatMap(owner ->
                                machine.names().types(Value.of(new Referent.ClassReference(owner)), frame).stream())
                        .anyMatch(entry.ownerTypes()::contains);
        return extended
                && (entry.ownerAnnotations().isEmpty()
                        || reference.scope().owner().stream()
                                .flatMap(owner -> owner.definition().annotations().stream())
                                .anyMatch(annotation ->
                                        machine.inputs().isOneOf(annotation, entry.ownerAnnotations(), frame)));
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
                return machine.allocate(frame, parameter.target().span(), Shape.object(type.get()));
            }
            if (Inputs.isNumber(parameter, entry, reference.function())) {
                return Value.UNKNOWN;
            }
            if (machine.inputs().isInput(parameter, entry, frame)) {
                Taint taint = Inputs.source(SourceKind.USER_INPUT, entry.words(), parameter, frame)
                        .clear(entry.narrows().getOrDefault(parameter.type(), Cleared.NONE));
                return machine.inputs().shaped(parameter, taint, entry.narrows(), frame);
            }
        }
        if (!parameter.type().isEmpty()) {
            Value typed = machine.inputs().shaped(parameter, Taint.NONE, Map.of(), frame);
            boolean described = machine.names().types(typed, frame).stream()
                    .anyMatch(type -> machine.library().knows(type));
            if (described || Inputs.isHarmless(parameter.type())) {
                return typed;
            }
        }
        if (!entryPoints.isEmpty() || parameter.kind() != Parameter.Kind.SINGLE) {
            return machine.inputs().shaped(parameter, Taint.NONE, Map.of(), frame);
        }
        Taint taint = Inputs.source(SourceKind.PARAMETER, parameter.name(), parameter, frame);
        taint.flows().forEach(flow -> machine.parameterOf(flow.source(), reference.function()));
        return machine.inputs().shaped(parameter, taint, Map.of(), frame);
    }
}
