/** Where work belongs among everything that one click set going. */
@NullMarked
package dev.assistant.trace;

import org.jspecify.annotations.NullMarked;
