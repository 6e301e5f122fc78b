@NullMarked
package dev.assistant.runtime;

import org.jspecify.annotations.NullMarked;
