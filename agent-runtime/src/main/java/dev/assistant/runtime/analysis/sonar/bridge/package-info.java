/**
 * What the host and the embedded engine say to each other. Both sides of the wall see these very classes, so they use nothing but
 * {@code java.*} and the product's core.
 */
@NullMarked
package dev.assistant.runtime.analysis.sonar.bridge;

import org.jspecify.annotations.NullMarked;
