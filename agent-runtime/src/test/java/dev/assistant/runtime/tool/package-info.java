@NullMarked
package dev.assistant.runtime.tool;

import org.jspecify.annotations.NullMarked;
