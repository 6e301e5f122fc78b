/** Workflows over HTTP: the catalogue, running them, and what was run. */
@NullMarked
package dev.assistant.api.workflows;

import org.jspecify.annotations.NullMarked;
