/** Submitted code that is too large for a row. */
@NullMarked
package dev.assistant.adapters.s3;

import org.jspecify.annotations.NullMarked;
