@NullMarked
package dev.assistant.runtime.analysis.patterns;

import org.jspecify.annotations.NullMarked;
