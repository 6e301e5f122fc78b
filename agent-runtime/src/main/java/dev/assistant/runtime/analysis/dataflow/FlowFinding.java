package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.runtime.analysis.dataflow.model.Weakness;
import dev.assistant.runtime.analysis.syntax.SourceText;
import dev.assistant.runtime.analysis.syntax.Span;

/**
 * Untrusted data that reaches a place where it does harm.
 *
 * @param sink how a message names that place, such as {@code cursor.execute()}
 * @param isKept whether the harm is that a name keeps it, rather than what is done with it
 */
record FlowFinding(Weakness weakness, Flow flow, SourceText text, Span span, String sink, boolean isKept) {}
