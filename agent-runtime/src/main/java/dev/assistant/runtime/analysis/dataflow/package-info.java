/**
 * Data flow: follows untrusted values through the submitted code to where they do harm, by running the code on abstract values.
 * Branches are joined, loops run until nothing changes, calls to submitted functions are followed with the values that they get.
 *
 * <p>Why running and not summaries: conditions and container positions that are known at a call decide much of what is a false
 * alarm. The cost is bounded by {@link dev.assistant.runtime.analysis.dataflow.Budget}: when it runs out, calls are no longer
 * followed, and at last the function is given up and the file named as partly analysed.
 */
@NullMarked
package dev.assistant.runtime.analysis.dataflow;

import org.jspecify.annotations.NullMarked;
