/** What can go wrong, as the product says it: kinds that every edge maps once. */
@NullMarked
package dev.assistant.failure;

import org.jspecify.annotations.NullMarked;
