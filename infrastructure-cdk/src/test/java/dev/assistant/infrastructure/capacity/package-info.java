/** Tests of the capacity model. */
@NullMarked
package dev.assistant.infrastructure.capacity;

import org.jspecify.annotations.NullMarked;
