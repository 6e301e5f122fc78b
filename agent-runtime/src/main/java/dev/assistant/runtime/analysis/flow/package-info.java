/**
 * The product's own analysis: follows values through the syntax tree of a file to where they do harm. Free analysers of Python do
 * not: the embedded ones report SQL built from strings in Django code only.
 */
@NullMarked
package dev.assistant.runtime.analysis.flow;

import org.jspecify.annotations.NullMarked;
