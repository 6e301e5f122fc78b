@NullMarked
package dev.assistant.runtime.analysis.data;

import org.jspecify.annotations.NullMarked;
