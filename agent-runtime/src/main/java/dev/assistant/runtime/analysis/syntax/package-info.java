/**
 * Source text as syntax trees: parsed by tree-sitter, then copied into plain Java arrays, so that nothing outside this package
 * holds native memory. Offsets count UTF-16 code units, as Java strings do.
 */
@NullMarked
package dev.assistant.runtime.analysis.syntax;

import org.jspecify.annotations.NullMarked;
