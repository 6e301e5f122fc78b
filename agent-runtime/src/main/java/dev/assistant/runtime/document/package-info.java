/** Workflows that write documentation, and the check of it against the code. */
@NullMarked
package dev.assistant.runtime.document;

import org.jspecify.annotations.NullMarked;
