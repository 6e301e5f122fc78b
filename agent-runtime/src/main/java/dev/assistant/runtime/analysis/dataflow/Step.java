package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.runtime.analysis.syntax.SourceText;
import dev.assistant.runtime.analysis.syntax.Span;

/**
 * One place that data passed.
 *
 * @param message what happened to it there
 */
record Step(SourceText text, Span span, String message) {
    boolean sameLineAs(Step other) {
        return text == other.text && text.line(span.start()) == text.line(other.span.start());
    }
}
