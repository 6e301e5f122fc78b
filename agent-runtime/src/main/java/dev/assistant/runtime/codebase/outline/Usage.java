package dev.assistant.runtime.codebase.outline;

import dev.assistant.runtime.analysis.syntax.Span;
import java.util.Locale;

/** A place where a name is used and not declared. */
public record Usage(Kind kind, Span span) {
    /** What is done with it there. */
    public enum Kind {
        CALL,
        IMPORT,
        TYPE,
        WRITE,
        REFERENCE;

        /** The name in tools' answers. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
