/** What calls of language models take and cost; who calls them is agent-runtime's. */
@NullMarked
package dev.assistant.model;

import org.jspecify.annotations.NullMarked;
