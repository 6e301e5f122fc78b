/** Measures the own analysers: how right they are on labelled code ({@code bench/quality}), and how fast ({@code bench/speed}). */
@NullMarked
package dev.assistant.runtime.analysis.quality;

import org.jspecify.annotations.NullMarked;
