/** Operations of administrators. */
@NullMarked
package dev.assistant.api.administration;

import org.jspecify.annotations.NullMarked;
