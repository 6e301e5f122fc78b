package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.Span;
import java.util.List;
import java.util.Set;

/**
 * A function, method, constructor or lambda. Equal only to itself: two that are written alike are not the same.
 *
 * @param name empty for one without a name; {@code <init>} for a constructor
 * @param nameSpan where its name stands, or the whole when it has none
 * @param annotations decorators and annotations: names, members or calls
 * @param locals every name that it makes; other names are looked for outside
 * @param isStatic whether it is a method that takes no instance
 * @param resultType as written, with type arguments; empty when the code does not say or it does not matter
 */
public record Function(
        Span span,
        Span nameSpan,
        String name,
        List<Parameter> parameters,
        Statement body,
        List<Expression> annotations,
        Set<String> locals,
        boolean isStatic,
        String resultType) {
    public static final String CONSTRUCTOR = "<init>";

    public Function {
        parameters = List.copyOf(parameters);
        annotations = List.copyOf(annotations);
        locals = Set.copyOf(locals);
    }

    /** A function whose result's type is left out. */
    public Function(
            Span span,
            Span nameSpan,
            String name,
            List<Parameter> parameters,
            Statement body,
            List<Expression> annotations,
            Set<String> locals,
            boolean isStatic) {
        this(span, nameSpan, name, parameters, body, annotations, locals, isStatic, "");
    }

    /** The name, or words for a function that has none. */
    public String label() {
        return name.isEmpty() ? "a function" : name + "()";
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
