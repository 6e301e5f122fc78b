package dev.assistant.runtime.codebase.outline;

import dev.assistant.runtime.analysis.syntax.Span;
import java.util.List;
import java.util.Locale;

/**
 * Something that a file gives a name.
 *
 * @param name as written, without what it belongs to
 * @param enclosing names of what it stands in or belongs to, outermost first
 * @param whole from its leading comments, annotations and decorators to its end
 * @param named where its name stands
 * @param head from its first keyword to where its body begins; the whole of it when it has none
 */
public record Declaration(Kind kind, String name, List<String> enclosing, Span whole, Span named, Span head) {
    public Declaration {
        enclosing = List.copyOf(enclosing);
    }

    /** What is declared. */
    public enum Kind {
        /** A class, interface, struct, enumeration, trait, alias and the like. */
        TYPE,
        /** A function, method, constructor or macro. */
        FUNCTION,
        /** A field, constant, property or variable outside functions. */
        VALUE,
        /** A namespace or module. */
        NAMESPACE;

        /** The name in tools' answers. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The name with what it belongs to, dotted. */
    public String qualifiedName() {
        return enclosing.isEmpty() ? name : String.join(".", enclosing) + "." + name;
    }
}
