/** How often somebody may do something. */
@NullMarked
package dev.assistant.limit;

import org.jspecify.annotations.NullMarked;
