/** How much somebody may use, as administrators set it (SPEC section 3). */
@NullMarked
package dev.assistant.quota;

import org.jspecify.annotations.NullMarked;
