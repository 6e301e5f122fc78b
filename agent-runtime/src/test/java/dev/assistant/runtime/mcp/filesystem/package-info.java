@NullMarked
package dev.assistant.runtime.mcp.filesystem;

import org.jspecify.annotations.NullMarked;
