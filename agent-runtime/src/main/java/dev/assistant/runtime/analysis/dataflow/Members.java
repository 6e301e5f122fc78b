package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.runtime.analysis.dataflow.model.Access;
import dev.assistant.runtime.analysis.dataflow.model.Api;
import dev.assistant.runtime.analysis.syntax.ir.Constant;
import dev.assistant.runtime.analysis.syntax.ir.Expression;
import dev.assistant.runtime.analysis.syntax.ir.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the members of values are: of library types, of submitted classes and their objects, of modules. */
final class Members {
    private final Machine machine;

    Members(Machine machine) {
        this.machine = machine;
    }

    /** A member as code reads it, which may be where data comes from. */
    Value read(Expression.Member member, Frame frame) {
        Optional<Value> learned = Assignments.learned(member, frame);
        if (learned.isPresent()) {
            return learned.get();
        }
        Value object = machine.evaluator().evaluate(member.object(), frame);
        Value value = member(object, member.name(), frame);
        Set<String> symbols = new LinkedHashSet<>();
        machine.names()
                .types(object, frame)
                .forEach(type -> symbols.addAll(List.of(type + "." + member.name(), type + ".*")));
        return sources(member, symbols, value, Calls.lastName(member.object()), frame);
    }

    /** A name as code reads it: that of a library may be where data comes from. */
    Value read(Expression.Name name, Value value, Frame frame) {
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
}
