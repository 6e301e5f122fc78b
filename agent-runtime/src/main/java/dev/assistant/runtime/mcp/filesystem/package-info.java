/** The Filesystem server: a job's own files (SPEC section 6). */
@NullMarked
package dev.assistant.runtime.mcp.filesystem;

import org.jspecify.annotations.NullMarked;
