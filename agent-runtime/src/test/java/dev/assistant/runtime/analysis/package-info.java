@NullMarked
package dev.assistant.runtime.analysis;

import org.jspecify.annotations.NullMarked;
