package dev.assistant.runtime.analysis.patterns;

import dev.assistant.runtime.analysis.syntax.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What placeholders stand for. Immutable; grows at its head.
 *
 * @param node the node that it stands for; -1 when it stands for several or none
 */
record Bindings(String name, int node, Span span, @Nullable Bindings rest) {
    static final Bindings NONE = new Bindings("", -1, new Span(0, 0), null);

    Bindings with(String placeholder, int boundNode, Span boundSpan) {
        return new Bindings(placeholder, boundNode, boundSpan, this);
    }

    Optional<Bindings> find(String placeholder) {
        for (Bindings at = this; at != null; at = at.rest) {
            if (at.name.equals(placeholder)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }
}
