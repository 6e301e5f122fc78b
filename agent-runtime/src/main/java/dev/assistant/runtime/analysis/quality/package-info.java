/** Measures the own analysers on labelled code, for {@code bench/quality}. */
@NullMarked
package dev.assistant.runtime.analysis.quality;

import org.jspecify.annotations.NullMarked;
