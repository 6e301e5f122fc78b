/** Spans of jobs: what a worker did, from the claim to the last event, as part of the trace that a click began. */
@NullMarked
package dev.assistant.runtime.trace;

import org.jspecify.annotations.NullMarked;
