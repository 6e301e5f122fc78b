/** The deployable units; each constructor reads like a table of contents. */
@NullMarked
package dev.assistant.infrastructure.stacks;

import org.jspecify.annotations.NullMarked;
