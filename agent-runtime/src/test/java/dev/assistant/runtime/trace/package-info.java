@NullMarked
package dev.assistant.runtime.trace;

import org.jspecify.annotations.NullMarked;
