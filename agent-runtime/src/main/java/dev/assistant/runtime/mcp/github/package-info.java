/** The GitHub server: repositories, code, pull requests and issues (SPEC section 6). */
@NullMarked
package dev.assistant.runtime.mcp.github;

import org.jspecify.annotations.NullMarked;
