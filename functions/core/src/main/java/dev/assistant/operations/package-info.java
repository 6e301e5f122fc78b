/** How the product as a whole does: what its operators look at. */
@NullMarked
package dev.assistant.operations;

import org.jspecify.annotations.NullMarked;
