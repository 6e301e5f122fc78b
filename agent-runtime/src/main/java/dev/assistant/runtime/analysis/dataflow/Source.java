package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.runtime.analysis.syntax.SourceText;
import dev.assistant.runtime.analysis.syntax.Span;

/**
 * Where data entered.
 *
 * @param kind what it is, see {@link dev.assistant.runtime.analysis.dataflow.model.SourceKind}
 * @param words how a message names it, such as {@code request.args}
 */
record Source(String kind, String words, SourceText text, Span span) {}
