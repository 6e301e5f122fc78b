package dev.assistant.runtime.analysis.syntax.ir;

import java.util.List;
import java.util.Optional;

/**
 * What a function takes.
 *
 * @param target its name, or a pattern that takes it apart
 * @param type as written, type arguments left out; empty when the code does not say
 */
public record Parameter(
        Expression target, String type, Optional<Expression> defaultValue, List<Expression> annotations, Kind kind) {
    public Parameter {
        annotations = List.copyOf(annotations);
    }

    /** How arguments reach it. */
    public enum Kind {
        SINGLE,
        /** All further arguments by position. */
        REST,
        /** All further arguments by name. */
        NAMED_REST
    }

    /** The name; empty when it is a pattern. */
    public String name() {
        return target instanceof Expression.Name name ? name.name() : "";
    }
}
