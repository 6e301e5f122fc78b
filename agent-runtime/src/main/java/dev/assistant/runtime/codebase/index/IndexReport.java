package dev.assistant.runtime.codebase.index;

import java.time.Duration;

/**
 * What became of an update.
 *
 * @param files in the index now
 * @param unchanged of these, untouched by it
 * @param removed that were in it before and are no more
 * @param leftOut too long, generated, or beyond the limit
 * @param chunks in the index now
 * @param embedded newly; vectors of chunks whose text was known are used again
 */
public record IndexReport(
        int files, int unchanged, int removed, int leftOut, int chunks, int embedded, Duration duration) {}
