@NullMarked
package dev.assistant.runtime.workspace;

import org.jspecify.annotations.NullMarked;
