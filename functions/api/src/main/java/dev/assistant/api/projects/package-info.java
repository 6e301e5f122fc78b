/** Projects over HTTP: making, listing, changing and deleting them, and their reviews. */
@NullMarked
package dev.assistant.api.projects;

import org.jspecify.annotations.NullMarked;
