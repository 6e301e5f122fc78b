/** Files cut into pieces that are small enough to be embedded and whole enough to be understood. */
@NullMarked
package dev.assistant.runtime.codebase.chunk;

import org.jspecify.annotations.NullMarked;
