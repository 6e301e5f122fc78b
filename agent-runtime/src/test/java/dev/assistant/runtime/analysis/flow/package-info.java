@NullMarked
package dev.assistant.runtime.analysis.flow;

import org.jspecify.annotations.NullMarked;
