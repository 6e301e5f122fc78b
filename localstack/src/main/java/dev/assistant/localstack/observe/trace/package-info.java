/** Spans of what was done lately. */
@NullMarked
package dev.assistant.localstack.observe.trace;

import org.jspecify.annotations.NullMarked;
