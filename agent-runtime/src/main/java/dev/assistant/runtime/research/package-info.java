/** The workflow that answers questions, each claim with a source that says so. */
@NullMarked
package dev.assistant.runtime.research;

import org.jspecify.annotations.NullMarked;
