@NullMarked
package dev.assistant.runtime.analysis.syntax;

import org.jspecify.annotations.NullMarked;
