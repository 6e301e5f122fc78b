/** CodeBaseBuddy's tools, as an MCP server offers them (SPEC section 6). */
@NullMarked
package dev.assistant.runtime.codebase.tool;

import org.jspecify.annotations.NullMarked;
