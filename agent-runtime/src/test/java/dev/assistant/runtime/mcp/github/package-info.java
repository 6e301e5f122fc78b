@NullMarked
package dev.assistant.runtime.mcp.github;

import org.jspecify.annotations.NullMarked;
