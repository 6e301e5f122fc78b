@NullMarked
package dev.assistant.runtime.analysis.dataflow;

import org.jspecify.annotations.NullMarked;
