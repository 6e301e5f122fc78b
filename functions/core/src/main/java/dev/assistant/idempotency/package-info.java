/** Requests that create something and may be repeated without creating it twice. */
@NullMarked
package dev.assistant.idempotency;

import org.jspecify.annotations.NullMarked;
