@NullMarked
package dev.assistant.runtime.mcp.memory;

import org.jspecify.annotations.NullMarked;
