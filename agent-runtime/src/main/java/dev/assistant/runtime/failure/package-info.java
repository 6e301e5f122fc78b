/** How this process speaks of failures in its log. */
@NullMarked
package dev.assistant.runtime.failure;

import org.jspecify.annotations.NullMarked;
