@NullMarked
package dev.assistant.runtime.analysis.rules;

import org.jspecify.annotations.NullMarked;
