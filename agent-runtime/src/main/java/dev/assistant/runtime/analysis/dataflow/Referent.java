package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.runtime.analysis.syntax.ir.Function;

/** What a value may stand for. */
sealed interface Referent {
    /** Something outside the submission, by its qualified name; an object stands under its type's name. */
    record Symbol(String name) implements Referent {}

    /** An object made by the submitted code; its {@link Shape} is in the {@link State}. */
    record Instance(int address) implements Referent {}

    /** A part of something, a check of which makes the whole harmless for these. */
    record Facet(long clears) implements Referent {}

    /** A file of the submission. */
    record ModuleReference(SubmittedModule module) implements Referent {}

    /** A class of the submission. */
    record ClassReference(SubmittedClass submitted) implements Referent {}

    /** A function of the submission, and the scope that it was made in; bound when it is a method of a known object. */
    record FunctionReference(Function function, Scope scope, Value self, boolean bound) implements Referent {
        FunctionReference bind(Value object) {
            return new FunctionReference(function, scope, object, true);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof FunctionReference reference
                    && function.equals(reference.function)
                    && scope.equals(reference.scope)
                    && bound == reference.bound
                    && self.equals(reference.self);
        }

        @Override
        public int hashCode() {
            return function.hashCode();
        }
    }
}
