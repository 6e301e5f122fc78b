package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.Span;
import java.util.List;
import java.util.Optional;

/**
 * A class, interface, record or enum. Equal only to itself.
 *
 * @param supertypes as written: names, members; what they extend or implement
 * @param fields initial values in the order of the code
 * @param isAbstract whether it is an interface or abstract, so that others stand in for it
 */
public record ClassDefinition(
        Span span,
        String name,
        List<Expression> supertypes,
        List<Function> methods,
        List<Field> fields,
        List<ClassDefinition> nested,
        List<Expression> annotations,
        boolean isAbstract) {
    public ClassDefinition {
        supertypes = List.copyOf(supertypes);
        methods = List.copyOf(methods);
        fields = List.copyOf(fields);
        nested = List.copyOf(nested);
        annotations = List.copyOf(annotations);
    }

    /** A field. The type is empty when the code gives none. */
    public record Field(
            Span span,
            String name,
            String type,
            Optional<Expression> value,
            List<Expression> annotations,
            boolean isStatic) {}

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
