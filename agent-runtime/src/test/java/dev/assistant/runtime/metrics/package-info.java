/** Tests of the measures. */
@NullMarked
package dev.assistant.runtime.metrics;

import org.jspecify.annotations.NullMarked;
