@NullMarked
package dev.assistant.runtime.analysis.engine;

import org.jspecify.annotations.NullMarked;
