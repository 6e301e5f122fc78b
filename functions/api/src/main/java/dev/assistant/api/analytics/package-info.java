/** Figures over HTTP. */
@NullMarked
package dev.assistant.api.analytics;

import org.jspecify.annotations.NullMarked;
