@NullMarked
package dev.assistant.runtime.data;

import org.jspecify.annotations.NullMarked;
