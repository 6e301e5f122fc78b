@NullMarked
package dev.assistant.failure;

import org.jspecify.annotations.NullMarked;
