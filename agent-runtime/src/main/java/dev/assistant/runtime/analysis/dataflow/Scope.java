package dev.assistant.runtime.analysis.dataflow;

import java.util.Optional;
import java.util.Set;

/**
 * An activation of a function, or a module: which names it makes and where others are looked for.
 *
 * @param owner the class whose method it is
 */
record Scope(
        int id, Set<String> names, Optional<Scope> parent, SubmittedModule module, Optional<SubmittedClass> owner) {
    boolean declares(String name) {
        return names.contains(name);
    }

    Variable variable(String name) {
        return new Variable(id, name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scope scope && scope.id == id;
    }

    @Override
    public int hashCode() {
        return id;
    }
}
