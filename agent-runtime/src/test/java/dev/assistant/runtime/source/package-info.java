@NullMarked
package dev.assistant.runtime.source;

import org.jspecify.annotations.NullMarked;
