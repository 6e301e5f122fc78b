/** Identifiers that the product hands out. */
@NullMarked
package dev.assistant.id;

import org.jspecify.annotations.NullMarked;
