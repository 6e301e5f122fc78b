/** Measures how well and how fast code is found. */
@NullMarked
package dev.assistant.runtime.codebase.quality;

import org.jspecify.annotations.NullMarked;
