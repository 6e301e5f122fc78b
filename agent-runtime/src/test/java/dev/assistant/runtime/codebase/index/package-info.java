@NullMarked
package dev.assistant.runtime.codebase.index;

import org.jspecify.annotations.NullMarked;
