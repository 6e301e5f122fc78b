/** What agents noted for later, per person and project. What people decided about findings is in the triage, not here. */
@NullMarked
package dev.assistant.memory;

import org.jspecify.annotations.NullMarked;
