@NullMarked
package dev.assistant.runtime.mcp;

import org.jspecify.annotations.NullMarked;
