/** Text as vectors, computed in this process. */
@NullMarked
package dev.assistant.runtime.codebase.embedding;

import org.jspecify.annotations.NullMarked;
