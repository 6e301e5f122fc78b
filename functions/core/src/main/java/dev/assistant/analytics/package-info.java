/** Figures about what people have had done. */
@NullMarked
package dev.assistant.analytics;

import org.jspecify.annotations.NullMarked;
