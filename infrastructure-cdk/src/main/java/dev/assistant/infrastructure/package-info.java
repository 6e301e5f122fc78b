/** The AWS side of the product: which stacks there are and what goes into them. */
@NullMarked
package dev.assistant.infrastructure;

import org.jspecify.annotations.NullMarked;
