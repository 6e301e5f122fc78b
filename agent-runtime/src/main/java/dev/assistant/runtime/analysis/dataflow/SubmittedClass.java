package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.runtime.analysis.syntax.ir.ClassDefinition;
import dev.assistant.runtime.analysis.syntax.ir.Function;
import java.util.List;
import java.util.Optional;

/** A class of the submission. Two are the same when they were written at the same place. */
final class SubmittedClass {
    private final ClassDefinition definition;
    private final String name;
    private final Scope scope;
    private List<Value> supertypes = List.of();

    /**
     * @param name its qualified name
     * @param scope where it was made
     */
    SubmittedClass(ClassDefinition definition, String name, Scope scope) {
        this.definition = definition;
        this.name = name;
        this.scope = scope;
    }

    ClassDefinition definition() {
        return definition;
    }

    String name() {
        return name;
    }

    Scope scope() {
        return scope;
    }

    List<Value> supertypes() {
        return supertypes;
    }

    void supertypes(List<Value> values) {
        supertypes = List.copyOf(values);
    }

    /** Its own method of a name. Where several have it, the one that takes that many arguments is preferred. */
    Optional<Function> method(String method, int arguments) {
        List<Function> named = definition.methods().stream()
                .filter(function -> function.name().equals(method))
                .toList();
        return named.stream()
                .filter(function -> function.parameters().size() == arguments)
                .findFirst()
                .or(() -> named.stream().findFirst());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SubmittedClass that && that.definition.equals(definition);
    }

    @Override
    public int hashCode() {
        return definition.hashCode();
    }
}
