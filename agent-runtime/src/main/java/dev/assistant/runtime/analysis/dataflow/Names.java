package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.review.Language;
import dev.assistant.runtime.analysis.syntax.ir.ClassDefinition;
import dev.assistant.runtime.analysis.syntax.ir.Constant;
import dev.assistant.runtime.analysis.syntax.ir.Function;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Finds what names, members and types mean. */
final class Names {
    private final Machine machine;

    Names(Machine machine) {
        this.machine = machine;
    }

    /** The value of a name where it is used. */
    Value lookup(String name, Frame frame) {
        Optional<Scope> at = Optional.of(frame.scope());
        while (at.isPresent()) {
            Scope scope = at.get();
            if (scope.declares(name)) {
                Variable variable = scope.variable(name);
                return frame.state()
                        .find(variable)
                        .or(() -> typeByName(name, frame))
                        .orElse(Value.UNKNOWN);
            }
            Optional<Value> member = scope.owner().flatMap(owner -> ownMember(owner, name, frame));
            if (member.isPresent()) {
                return member.get();
            }
            at = scope.parent();
        }
        if (machine.traits().typesByName() && name.contains(".")) {
            return type(name, frame);
        }
        return topLevel(name, frame)
                .or(() -> typeByName(name, frame))
                .or(() -> wildcard(name, frame))
                .orElseGet(() -> Value.symbol(name));
    }

    /** What another file of the namespace makes at its top level. */
    private Optional<Value> topLevel(String name, Frame frame) {
        if (!machine.traits().sharesTopLevel()) {
            return Optional.empty();
        }
        String namespace = frame.module().module().namespace();
        return machine.program()
                .topLevel(namespace.isEmpty() ? name : namespace + "." + name)
                .or(() -> machine.language() == Language.GO
                        ? Optional.empty()
                        : machine.program().topLevel(name))
                .filter(module -> module != frame.module())
                .flatMap(module -> exported(module, name));
    }

    /** A member of the object or class that a method belongs to, named without {@code this}. */
    private Optional<Value> ownMember(SubmittedClass owner, String name, Frame frame) {
        if (!machine.traits().impliesThis() || name.equals("this") || name.equals("super")) {
            return Optional.empty();
        }
        boolean field =
                owner.definition().fields().stream().anyMatch(own -> own.name().equals(name));
        boolean method = method(owner, name, -1).isPresent();
        if (!field && !method) {
            return Optional.empty();
        }
        Value self =
                frame.state().find(frame.scope().variable("this")).orElse(Value.of(new Referent.ClassReference(owner)));
        return Optional.of(machine.members().member(self, name, frame));
    }

    private Optional<Value> typeByName(String name, Frame frame) {
        if (!machine.traits().typesByName() || name.isEmpty() || !Character.isUpperCase(name.charAt(0))) {
            return Optional.empty();
        }
        return Optional.of(type(name, frame));
    }

    private Optional<Value> wildcard(String name, Frame frame) {
        return frame.module().wildcards().stream()
                .map(from -> resolve(from + "." + name))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What a type's name stands for: a class of the submission, or a symbol. */
    Value type(String written, Frame frame) {
        int dot = written.indexOf('.');
        String first = dot < 0 ? written : written.substring(0, dot);
        String rest = dot < 0 ? "" : written.substring(dot);
        Optional<Value> known = Optional.empty();
        for (Optional<Scope> at = Optional.of(frame.scope());
                known.isEmpty() && at.isPresent();
                at = at.get().parent()) {
            Scope scope = at.get();
            known = scope.declares(first) ? frame.state().find(scope.variable(first)) : Optional.empty();
        }
        Optional<String> symbol = known.flatMap(value ->
                value.all(Referent.Symbol.class).map(Referent.Symbol::name).findFirst());
        if (symbol.isPresent()) {
            return named(symbol.get() + rest);
        }
        if (known.isPresent()
                && known.get().all(Referent.ClassReference.class).findAny().isPresent()) {
            return known.get();
        }
        return machine.traits().namespaces() ? typeByName(first, rest, frame) : named(written);
    }

    private Value typeByName(String first, String rest, Frame frame) {
        SubmittedClass own = frame.module().classes().get(first);
        if (own != null) {
            return rest.isEmpty() ? Value.of(new Referent.ClassReference(own)) : named(own.name() + rest);
        }
        if (machine.traits().typesByName() && (first.isEmpty() || !Character.isUpperCase(first.charAt(0)))) {
            return named(first + rest);
        }
        Optional<SubmittedClass> neighbour = neighbour(first + rest, frame);
        if (neighbour.isPresent()) {
            return Value.of(new Referent.ClassReference(neighbour.get()));
        }
        for (String wildcard : frame.module().wildcards()) {
            String symbol = machine.library().canonical(wildcard + "." + first);
            if (machine.library().knows(symbol)
                    || machine.program().classNamed(symbol).isPresent()) {
                return named(symbol + rest);
            }
        }
        Optional<SubmittedClass> only = machine.language() == Language.CSHARP
                        && rest.isEmpty()
                        && !machine.library().knows(first)
                ? machine.program().onlyClassOf(first)
                : Optional.empty();
        return only.map(submitted -> Value.of(new Referent.ClassReference(submitted)))
                .orElseGet(() -> named(machine.traits().defaultNamespace() + first + rest));
    }

    /** A class of the namespace or of one around it; namespaces of Go and Java are not nested. */
    private Optional<SubmittedClass> neighbour(String name, Frame frame) {
        String namespace = frame.scope()
                .owner()
                .map(SubmittedClass::name)
                .orElse(frame.module().module().namespace());
        while (true) {
            Optional<SubmittedClass> found =
                    machine.program().classNamed(namespace.isEmpty() ? name : namespace + "." + name);
            if (found.isPresent() || namespace.isEmpty()) {
                return found;
            }
            namespace = namespace.substring(0, Math.max(0, namespace.lastIndexOf('.')));
        }
    }

    /** The value of a qualified name: something of the submission where there is such a thing, a symbol otherwise. */
    Value named(String symbol) {
        return resolve(symbol).orElseGet(() -> {
            String canonical = machine.library().canonical(symbol);
            Optional<Constant> constant = machine.library().constant(canonical);
            if (constant.isPresent()) {
                return Value.of(constant.get());
            }
            return Value.symbol(machine.library().type(canonical).orElse(canonical));
        });
    }

    /** Something of the submission by its qualified name. */
    Optional<Value> resolve(String symbol) {
        Optional<SubmittedClass> submitted = machine.program().classNamed(symbol);
        if (submitted.isPresent()) {
            return submitted.map(found -> Value.of(new Referent.ClassReference(found)));
        }
        Optional<SubmittedModule> module = machine.program().module(symbol);
        if (module.isPresent()) {
            return module.map(found -> Value.of(new Referent.ModuleReference(found)));
        }
        Optional<Value> shared = machine.program()
                .topLevel(symbol)
                .flatMap(found -> exported(found, symbol.substring(symbol.lastIndexOf('.') + 1)));
        int dot = symbol.lastIndexOf('.');
        return dot <= 0 || shared.isPresent()
                ? shared
                : machine.program()
                        .module(symbol.substring(0, dot))
                        .flatMap(found -> exported(found, symbol.substring(dot + 1)));
    }

    /** What a module makes at its top level under a name. */
    Optional<Value> exported(SubmittedModule module, String name) {
        machine.executor().runTopLevel(module);
        if (!module.scope().declares(name)) {
            return Optional.empty();
        }
        return machine.base().find(module.scope().variable(name));
    }

    /** The qualified names under which data files may describe a value. */
    Set<String> types(Value value, Frame frame) {
        Set<String> types = new LinkedHashSet<>();
        for (Referent referent : value.referents()) {
            switch (referent) {
                case Referent.Symbol symbol -> types.addAll(machine.library().lineage(symbol.name()));
                case Referent.Instance instance ->
                    frame.state().find(instance.address()).ifPresent(shape -> types.addAll(lineage(shape.type())));
                case Referent.ClassReference reference ->
                    types.addAll(lineage(reference.submitted().name()));
                case Referent.ModuleReference module ->
                    types.add(module.module().name());
                case Referent.FunctionReference function -> types.add("function");
                case Referent.Facet facet -> {}
            }
        }
        return types;
    }

    private Set<String> lineage(String type) {
        Set<String> lineage = new LinkedHashSet<>();
        Optional<SubmittedClass> submitted = machine.program().classNamed(type);
        if (submitted.isEmpty()) {
            return machine.library().lineage(type);
        }
        lineage.add(type);
        machine.executor().runTopLevel(submitted.get().scope().module());
        for (Value supertype : submitted.get().supertypes()) {
            for (Referent referent : supertype.referents()) {
                switch (referent) {
                    case Referent.Symbol symbol ->
                        lineage.addAll(machine.library().lineage(symbol.name()));
                    case Referent.ClassReference parent -> {
                        if (!parent.submitted().name().equals(type)) {
                            lineage.addAll(lineage(parent.submitted().name()));
                        }
                    }
                    default -> {}
                }
            }
        }
        return lineage;
    }

    /** The method of a class, or the nearest one that it inherits. */
    Optional<Referent.FunctionReference> method(SubmittedClass submitted, String name, int arguments) {
        Optional<Referent.FunctionReference> own = submitted
                .method(name, arguments)
                .map(function -> new Referent.FunctionReference(function, classScope(submitted), Value.UNKNOWN, false));
        if (own.isPresent()) {
            return own;
        }
        for (SubmittedClass part : machine.program().furtherParts(submitted)) {
            Optional<Function> further = part.equals(submitted) ? Optional.empty() : part.method(name, arguments);
            if (further.isPresent()) {
                return Optional.of(
                        new Referent.FunctionReference(further.get(), classScope(part), Value.UNKNOWN, false));
            }
        }
        return submitted.supertypes().stream()
                .flatMap(supertype -> supertype.all(Referent.ClassReference.class))
                .filter(parent -> !parent.submitted().equals(submitted))
                .map(parent -> method(parent.submitted(), name, arguments))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The scope in which the methods of a class are made. */
    Scope classScope(SubmittedClass submitted) {
        ClassDefinition definition = submitted.definition();
        int id = machine.scopeId(submitted.scope(), definition.span().start(), -1);
        return new Scope(
                id, Set.of(), Optional.of(submitted.scope()), submitted.scope().module(), Optional.of(submitted));
    }
}
