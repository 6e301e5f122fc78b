/** Figures as CloudWatch takes them. */
@NullMarked
package dev.assistant.adapters.metrics;

import org.jspecify.annotations.NullMarked;
