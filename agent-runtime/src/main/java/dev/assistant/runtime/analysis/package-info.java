/** Deterministic analysers: what they report is evidence. They see no network, no secrets and run none of the code. */
@NullMarked
package dev.assistant.runtime.analysis;

import org.jspecify.annotations.NullMarked;
