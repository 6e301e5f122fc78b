@NullMarked
package dev.assistant.runtime.dataflow;

import org.jspecify.annotations.NullMarked;
