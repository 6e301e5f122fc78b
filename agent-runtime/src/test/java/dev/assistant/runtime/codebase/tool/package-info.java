@NullMarked
package dev.assistant.runtime.codebase.tool;

import org.jspecify.annotations.NullMarked;
