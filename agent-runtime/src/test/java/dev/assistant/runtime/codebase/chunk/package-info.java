@NullMarked
package dev.assistant.runtime.codebase.chunk;

import org.jspecify.annotations.NullMarked;
