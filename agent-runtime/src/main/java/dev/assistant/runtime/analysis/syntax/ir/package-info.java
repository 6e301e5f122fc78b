/**
 * What code does, in one small language that every language whose data is followed is lowered to. Every node keeps the exact
 * stretch of source that it stands for. Trees are at most {@link dev.assistant.runtime.analysis.syntax.ir.Lowering#DEPTH_LIMIT}
 * deep, so that walking them by recursion is safe.
 */
@NullMarked
package dev.assistant.runtime.analysis.syntax.ir;

import org.jspecify.annotations.NullMarked;
