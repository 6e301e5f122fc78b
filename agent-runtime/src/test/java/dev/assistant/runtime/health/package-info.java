@NullMarked
package dev.assistant.runtime.health;

import org.jspecify.annotations.NullMarked;
