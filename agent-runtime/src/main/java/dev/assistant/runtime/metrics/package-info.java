/** What this process measures of its jobs and of itself (SPEC section 8). */
@NullMarked
package dev.assistant.runtime.metrics;

import org.jspecify.annotations.NullMarked;
