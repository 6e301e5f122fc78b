/** How this process says that it is well. */
@NullMarked
package dev.assistant.runtime.health;

import org.jspecify.annotations.NullMarked;
