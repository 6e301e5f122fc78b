@NullMarked
package dev.assistant.runtime.failure;

import org.jspecify.annotations.NullMarked;
