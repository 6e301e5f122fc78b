@NullMarked
package dev.assistant.runtime.codebase.outline;

import org.jspecify.annotations.NullMarked;
