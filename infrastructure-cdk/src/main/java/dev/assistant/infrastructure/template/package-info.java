/** The view of the functions and routes that {@code sam local} understands. */
@NullMarked
package dev.assistant.infrastructure.template;

import org.jspecify.annotations.NullMarked;
