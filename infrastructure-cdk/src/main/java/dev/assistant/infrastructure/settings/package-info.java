/** What differs between stages, and where the built parts lie. */
@NullMarked
package dev.assistant.infrastructure.settings;

import org.jspecify.annotations.NullMarked;
