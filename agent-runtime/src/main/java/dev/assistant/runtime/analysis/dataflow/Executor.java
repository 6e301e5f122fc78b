package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.runtime.analysis.dataflow.model.EntryPoint;
import dev.assistant.runtime.analysis.syntax.ir.ClassDefinition;
import dev.assistant.runtime.analysis.syntax.ir.Constant;
import dev.assistant.runtime.analysis.syntax.ir.Expression;
import dev.assistant.runtime.analysis.syntax.ir.Function;
import dev.assistant.runtime.analysis.syntax.ir.Statement;
import java.util.List;
import java.util.Optional;

/** Runs statements on abstract values. */
final class Executor {
    /** Loops that have not come to rest by then are left with what is known. */
    private static final int MAX_ROUNDS = 4;

    private final Machine machine;
    private final TopLevels topLevels;

    Executor(Machine machine) {
        this.machine = machine;
        this.topLevels = new TopLevels(machine);
    }

    /** Runs a module's top level, once. */
    void runTopLevel(SubmittedModule module) {
        topLevels.run(module);
    }

    void run(Statement statement, Frame frame) {
        if (!frame.state().isReachable()) {
            return;
        }
        switch (statement) {
            case Statement.Evaluate evaluate -> machine.evaluator().evaluate(evaluate.expression(), frame);
            case Statement.Declare declare -> declare(declare, frame);
            case Statement.Block block ->
                block.statements().forEach(inner -> {
                    run(inner, frame);
                    frame.mayThrow();
                });
            case Statement.If branch -> branch(branch, frame);
            case Statement.While loop -> loop(loop, frame);
            case Statement.ForEach loop -> loop(loop, frame);
            case Statement.Return returned -> giveBack(returned, frame);
            case Statement.Throw thrown -> {
                thrown.value().ifPresent(value -> machine.evaluator().evaluate(value, frame));
                frame.mayThrow();
                frame.state().stop();
            }
            case Statement.Break jump -> {
                if (!frame.loops().isEmpty()) {
                    Frame.Loop loop = frame.loops().getFirst();
                    loop.broken = Optional.of(joined(loop.broken, frame.state()));
                }
                stop(frame);
            }
            case Statement.Continue jump -> {
                if (!frame.loops().isEmpty()) {
                    Frame.Loop loop = frame.loops().getFirst();
                    loop.continued = Optional.of(joined(loop.continued, frame.state()));
                }
                stop(frame);
            }
            case Statement.Try attempt -> attempt(attempt, frame);
            case Statement.Switch choice -> new Switches(machine).run(choice, frame);
            case Statement.Define define -> define(define.function(), frame);
            case Statement.DefineClass define -> {
                Value made = defineClass(define.definition(), frame);
                machine.assignments().set(define.definition().name(), made, frame);
            }
            case Statement.Assert check -> {
                machine.evaluator().evaluateTest(check.test(), frame);
                machine.guards().assume(check.test(), true, frame);
            }
            case Statement.Import imported -> topLevels.bind(imported, frame);
        }
    }

    private static State joined(Optional<State> some, State more) {
        return some.map(state -> state.join(more)).orElse(more);
    }

    /** What follows cannot be reached; the state as it was stays for whoever holds it. */
    private static void stop(Frame frame) {
        State stopped = frame.state().copy();
        stopped.stop();
        frame.state(stopped);
    }

    private void declare(Statement.Declare declare, Frame frame) {
        Value value = declare.value()
                .map(expression -> machine.evaluator().evaluate(expression, frame))
                .orElse(Value.UNKNOWN);
        if (!declare.type().isEmpty() && value.referents().isEmpty() && !value.isKnown()) {
            value = machine.calls().typed(value, declare.type(), declare.span(), frame);
        }
        machine.assignments().assign(declare.name(), value, frame);
        declare.value().ifPresent(from -> machine.evaluator().originates(declare.name(), from, frame));
    }

    private void branch(Statement.If branch, Frame frame) {
        machine.evaluator().evaluateTest(branch.test(), frame);
        State before = frame.state();
        frame.run().budget().spend(before.size() / 8);
        frame.state(before.copy());
        machine.guards().assume(branch.test(), true, frame);
        run(branch.then(), frame);
        State afterThen = frame.state();
        frame.state(before.copy());
        machine.guards().assume(branch.test(), false, frame);
        branch.otherwise().ifPresent(otherwise -> run(otherwise, frame));
        frame.state(afterThen.join(frame.state()));
    }

    private void loop(Statement.While loop, Frame frame) {
        Frame.Loop targets = new Frame.Loop();
        frame.loops().push(targets);
        State entry = frame.state();
        if (!loop.testFirst()) {
            frame.state(entry.copy());
            run(loop.body(), frame);
            entry = continued(targets, frame);
        }
        for (int round = 0; round < MAX_ROUNDS; round++) {
            frame.run().budget().spend(entry.size() / 8);
            frame.state(entry.copy());
            machine.evaluator().evaluateTest(loop.test(), frame);
            machine.guards().assume(loop.test(), true, frame);
            run(loop.body(), frame);
            frame.state(continued(targets, frame));
            loop.update().ifPresent(update -> run(update, frame));
            State next = entry.join(frame.state());
            if (next.same(entry)) {
                break;
            }
            entry = next;
        }
        frame.loops().pop();
        frame.state(entry.copy());
        machine.evaluator().evaluateTest(loop.test(), frame);
        machine.guards().assume(loop.test(), false, frame);
        loop.otherwise().ifPresent(otherwise -> run(otherwise, frame));
        targets.broken.ifPresent(broken -> frame.state(frame.state().join(broken)));
    }

    private static State continued(Frame.Loop targets, Frame frame) {
        return targets.continued.map(frame.state()::join).orElse(frame.state());
    }

    private void loop(Statement.ForEach loop, Frame frame) {
        Value iterable = machine.evaluator().evaluate(loop.iterable(), frame);
        Value element = loop.keys() ? iterable.tainting() : machine.containers().iterated(iterable, frame);
        if (!loop.elementType().isEmpty() && element.referents().isEmpty()) {
            element = machine.calls()
                    .typed(element, loop.elementType(), loop.target().span(), frame);
        }
        Frame.Loop targets = new Frame.Loop();
        frame.loops().push(targets);
        State entry = frame.state();
        for (int round = 0; round < MAX_ROUNDS; round++) {
            frame.run().budget().spend(entry.size() / 8);
            frame.state(entry.copy());
            machine.assignments().assign(loop.target(), element, frame);
            run(loop.body(), frame);
            State next = entry.join(continued(targets, frame));
            if (next.same(entry)) {
                break;
            }
            entry = next;
        }
        frame.loops().pop();
        frame.state(entry.copy());
        loop.otherwise().ifPresent(otherwise -> run(otherwise, frame));
        targets.broken.ifPresent(broken -> frame.state(frame.state().join(broken)));
    }

    private void giveBack(Statement.Return returned, Frame frame) {
        Value value = returned.value()
                .map(expression ->
                        frame.remember(expression, machine.evaluator().evaluate(expression, frame)))
                .orElse(Value.of(Constant.Nothing.VALUE));
        if (!frame.state().isReachable()) {
            return;
        }
        returned.value().ifPresent(expression -> answer(expression, value, frame));
        frame.returned().add(new Frame.ReturnSite(returned.value(), value, frame.state()));
        stop(frame);
    }

    /** Tells of a value that a framework makes an answer of. */
    private void answer(Expression expression, Value value, Frame frame) {
        for (EntryPoint entry : frame.returns()) {
            boolean counts = entry.returnsBeginning()
                    .map(pattern -> pattern.matcher(value.constant().start()).find())
                    .orElse(true);
            if (counts && entry.returns().isPresent()) {
                machine.listeners()
                        .forEach(listener -> listener.returned(entry.returns().get(), expression, value, frame));
            }
        }
    }

    private void attempt(Statement.Try attempt, Frame frame) {
        Frame.Caught caught = new Frame.Caught();
        State before = frame.state().copy();
        frame.catchers().push(caught);
        run(attempt.body(), frame);
        frame.catchers().pop();
        attempt.otherwise().ifPresent(otherwise -> run(otherwise, frame));
        State after = frame.state();
        State thrown = caught.state.map(before::join).orElse(before);
        for (Statement.Handler handler : attempt.handlers()) {
            frame.state(thrown.copy());
            handler.name().ifPresent(name -> machine.assignments().set(name.name(), Value.UNKNOWN, frame));
            run(handler.body(), frame);
            after = after.join(frame.state());
        }
        frame.state(after);
        attempt.finalizer().ifPresent(finalizer -> runAlways(finalizer, thrown, frame));
    }

    /** A finalizer runs also when nothing after it can be reached. */
    private void runAlways(Statement finalizer, State thrown, Frame frame) {
        boolean goesOn = frame.state().isReachable();
        if (!goesOn) {
            frame.state(thrown.copy());
        }
        run(finalizer, frame);
        if (!goesOn) {
            stop(frame);
        }
    }

    private void define(Function function, Frame frame) {
        function.annotations().forEach(annotation -> machine.evaluator().evaluate(annotation, frame));
        Referent.FunctionReference made = new Referent.FunctionReference(function, frame.scope(), Value.UNKNOWN, false);
        frame.run().discovered().add(made);
        machine.assignments().set(function.name(), Value.of(made), frame);
    }

    /** Makes a class: its fields that belong to the class, and its methods, which are analysed later. */
    Value defineClass(ClassDefinition definition, Frame frame) {
        String prefix = frame.scope()
                .owner()
                .map(SubmittedClass::name)
                .orElse(frame.module().name());
        SubmittedClass submitted = machine.program()
                .of(definition)
                .orElseGet(() -> machine.program()
                        .declare(new SubmittedClass(definition, prefix + "." + definition.name(), frame.scope())));
        List<Value> supertypes = definition.supertypes().stream()
                .map(supertype -> supertype(supertype, frame))
                .toList();
        submitted.supertypes(supertypes);
        Scope scope = machine.names().classScope(submitted);
        Frame inner = new Frame(scope, frame.run(), frame.depth(), List.of(), frame.state());
        int address = classAddress(submitted);
        inner.state().set(address, Shape.object(submitted.name()));
        for (ClassDefinition.Field field : definition.fields()) {
            if (field.isStatic() && field.value().isPresent()) {
                Value value = machine.evaluator().evaluate(field.value().get(), inner);
                machine.listeners()
                        .forEach(listener ->
                                listener.named(field.name(), field.value().get(), value, inner));
                machine.assignments()
                        .mutate(
                                Value.of(new Referent.Instance(address)),
                                inner,
                                shape -> shape.put(Constant.of(field.name()), value));
            }
        }
        for (Function method : definition.methods()) {
            method.annotations().forEach(annotation -> machine.evaluator().evaluate(annotation, inner));
            frame.run().discovered().add(new Referent.FunctionReference(method, scope, Value.UNKNOWN, false));
        }
        frame.state(inner.state());
        definition.nested().forEach(nested -> defineClass(nested, inner));
        return Value.of(new Referent.ClassReference(submitted));
    }

    private Value supertype(Expression supertype, Frame frame) {
        return supertype instanceof Expression.Name name && machine.traits().namespaces()
                ? machine.names().type(name.name(), frame)
                : machine.evaluator().evaluate(supertype, frame);
    }

    /** Where the fields are that belong to a class and not to its objects. */
    int classAddress(SubmittedClass submitted) {
        Scope scope = machine.names().classScope(submitted);
        Frame anywhere = new Frame(scope, Frame.Run.start(), 0, List.of(), machine.base());
        return machine.address(anywhere, submitted.definition().span(), "class");
    }
}
