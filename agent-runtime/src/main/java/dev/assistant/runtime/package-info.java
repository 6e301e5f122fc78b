/** The container task: takes review jobs from the queue and runs their workflows. {@link dev.assistant.runtime.Wiring} is the map. */
@NullMarked
package dev.assistant.runtime;

import org.jspecify.annotations.NullMarked;
